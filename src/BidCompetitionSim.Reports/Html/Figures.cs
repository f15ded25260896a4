namespace BidCompetitionSim.Reports.Html;

/// <summary>Numbers the figures of a report. A figure is an empty frame with its caption; the script draws into it.</summary>
internal sealed class Figures
{
    private int count;

    public Markup Of(string id, string title, string howToRead) => Markup.Of(
        $"""
        <figure id="{id}">
        <div class="canvas" role="img" aria-label="{title}"></div>
        <noscript><p class="note">This figure is drawn by a script, which is switched off. Its numbers are in the tables.</p></noscript>
        <figcaption><b>Figure {++count}. {Typeset.Of(title)}</b> {Typeset.Of(howToRead)}</figcaption>
        </figure>

        """);
}
