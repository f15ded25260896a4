namespace BidCompetitionSim.Model.Finance;

/// <summary>Which terms of every window are in force, from one day on which any change to the next.</summary>
internal sealed class TermCalendar
{
    private readonly int[] days; // on which terms change
    private readonly TermsInForce[] terms; // before the first of those days, and from each on

    /// <param name="windows">The windows, in the scenario's order.</param>
    public TermCalendar(CompiledWindow[] windows)
    {
        var places = new int[windows.Length]; // of the first terms of each
        for (var w = 1; w < places.Length; w++) places[w] = places[w - 1] + windows[w - 1].Bands;
        days = [.. windows.SelectMany(window => window.FromDays.ToArray()).Distinct().Order()];
        terms = [.. days.Prepend(int.MinValue).Select(day => new TermsInForce(
            [.. windows.Select(window => window.BandOn(day))],
            [.. windows.Select((window, w) => places[w] + Math.Max(0, window.BandOn(day)))],
            MaskOf(Enumerable.Range(0, windows.Length).Where(w => windows[w].BandOn(day) >= 0))))];
        Figures = [.. windows.SelectMany(window => Enumerable.Range(0, window.Bands).Select(window.FiguresIn))];
        Services = [.. windows.SelectMany(window => Enumerable.Range(0, window.Bands).Select(band => window.ServiceIn(band).ToArray()))];
    }

    /// <summary>All terms of the first window, then those of the next, and so on.</summary>
    public WindowFigures[] Figures { get; }

    /// <summary>Real service per unit of face under each of them (see <see cref="CompiledWindow.ServiceIn"/>).</summary>
    public double[][] Services { get; }

    /// <summary>The terms in force on a day.</summary>
    public TermsInForce On(int day)
    {
        var k = 0;
        while (k < days.Length && days[k] <= day) k++;
        return terms[k];
    }

    /// <summary>Indices as a bit mask.</summary>
    public static ulong MaskOf(IEnumerable<int> windows) => windows.Aggregate(0UL, (mask, window) => mask | 1UL << window);
}

/// <summary>The terms of all windows in force for a while.</summary>
/// <param name="Bands">By window: index of its terms, -1 before the first.</param>
/// <param name="Places">By window: where its terms are among those of all, those of its first terms before.</param>
/// <param name="Lending">Windows that have any, as a bit mask.</param>
internal sealed record TermsInForce(int[] Bands, int[] Places, ulong Lending);
