using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Reports.Experiments;
using BidCompetitionSim.Reports.Text;

namespace BidCompetitionSim.Reports.Hindcasting;

/// <summary>Where overruns and delays of delivered cases fall in the model's distributions: one line for each fifth.</summary>
internal static class DeliveryTable
{
    private const int Fifths = 5;

    public static void Write(HindcastResult result, Page page)
    {
        if (result.Costs.Rows.Count + result.Times.Rows.Count == 0) return;
        page.Heading("Overruns and delays");
        page.Paragraph("How much of the model's distribution lies below what came: case and outcome over plan. Were the distribution right, each fifth would hold as many.", 0, 0, Ink.Faint);
        Write("Cost", result.Costs, page);
        Write("Years from award to completion", result.Times, page);
        if (result.Times.Rows.Count > 0)
            page.Paragraph("The class of delays was assumed after looking at the delivered cases of the shipped table. For those the distance is flattered: what chance keeps it under holds for a class set beforehand.", 0, 0, Ink.Faint);
        page.Paragraph("Delivered cases alone: the worst are missing. Years are whole ones, so that many are exactly as planned.", 0, 0, Ink.Faint);
    }

    private static void Write(string what, DeliveryCheck check, Page page)
    {
        if (check.Rows.Count == 0) return;
        page.Paragraph($"{what}, {Shown.Count(check.Rows.Count, "case")}", 0, 2, Ink.Bold);
        for (var fifth = 0; fifth < Fifths; fifth++)
        {
            var rows = check.Rows.Where(row => Math.Min(Fifths - 1, (int)(row.Quantile * Fifths)) == fifth).ToArray();
            var lead = $"{fifth * 20,3} to {(fifth + 1) * 20,3} %  {rows.Length,2}";
            if (rows.Length == 0) page.Line(lead);
            else page.Entry(lead + "  ", string.Join(", ", rows.Select(static row => $"{row.Case} {Figure.Of(row.Ratio, "0.00")}")));
        }
        page.Paragraph($"{check.BelowTen} below the 10 % quantile, {check.AboveNinety} above the 90 %. {Verdict(check)}", 2);
    }

    private static string Verdict(DeliveryCheck check) =>
        $"Largest distance from an even spread {Figure.Of(check.Distance, "0.00")}; chance keeps it under {Figure.Of(check.Critical, "0.00")} in 19 of 20 samples: "
        + (check.Distance > check.Critical ? "not evenly spread." : check.Rows.Count < 20 ? "so few can hardly say that it is wrong, nor that it is right." : "no sign that it is wrong.");
}
