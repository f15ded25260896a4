using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Text;

/// <summary>The scores, what belongs beside them, and how not to read them.</summary>
internal static class ScoreText
{
    private const int Label = 42;
    private const int Value = 8;

    public static void Write(RunResult run, Page page)
    {
        var (scores, beside) = (run.Scores, run.ScoresBeside);
        page.Heading("Scores");
        Row(page, "Compatibility, 0-100", scores.Compatibility, "0.0", $"inherited {Shown(beside.InheritedCompatibility, "0.0")}", Ink.Bold);
        Row(page, "  over pairs brought closer", beside.BuiltCompatibility, "0.0", $"{beside.BuiltCoverage:0%} of the weight");
        if (beside.HoursLost is not null || beside.InterfaceLosses is null)
            Row(page, "  hours lost to interfaces, mean", beside.HoursLost, "0.00", $"within ASEAN {Shown(beside.HoursLostAsean, "0.00")}");
        foreach (var loss in beside.InterfaceLosses ?? []) Row(page, $"  {loss.Unit} lost to interfaces, mean", loss.Loss, "0.00", loss.Name);
        Row(page, "Viability, 0-100", scores.Viability, "0.0", "what is not built counts 0", Ink.Bold);
        Row(page, "  of what was built", beside.ViabilityBuilt, "0.0", $"mean return (EIRR) {Shown(beside.MeanEirr, "0.0%")}");
        Row(page, "  net benefit (ENPV) at the start, USD bn", beside.EnpvBaseTotal, "+0.0;-0.0;0.0", $"{Shown(beside.EnpvBasePerBuilt, "+0.00;-0.00;0.00")} per segment built");
        Row(page, "  loss avoided, gain foregone, USD bn", beside.AvoidedLoss, "0.0", $"{beside.ForegoneGain:0.0}");
        Row(page, "Cohesion, 1-100", scores.Cohesion, "0.0", $"without junctions {Shown(beside.CohesionWithoutJunctions, "0.0")}", Ink.Bold);
        Parts(run, page);
        Hosts(run, page);
        if (run.Trade is { } trade) Trade(trade, page);
        page.Line();
        foreach (var caution in Cautions(run)) page.Paragraph(caution, 0, 2);
    }

    private static void Parts(RunResult run, Page page)
    {
        var (parts, raw, weights) = (run.CohesionParts, run.CohesionPartsRaw, run.CohesionWeights);
        (string Name, double? Part, double? Raw, double? Weight)[] all =
        [
            ("physical", parts.Physical, raw.Physical, weights.Physical), ("institutional", parts.Institutional, raw.Institutional, weights.Institutional),
            ("people-to-people", parts.PeopleToPeople, raw.PeopleToPeople, weights.PeopleToPeople), ("equity", parts.Equity, raw.Equity, weights.Equity),
            ("diplomatic", parts.Diplomatic, raw.Diplomatic, weights.Diplomatic),
        ];
        // A part that is dropped hands its weight to the others.
        var present = all.Where(row => row.Part is not null).Sum(row => row.Weight);
        foreach (var row in all) Part(page, row.Name, row.Part, row.Raw, row.Weight / present);
    }

    private static void Part(Page page, string name, double? part, double? raw, double? weight)
    {
        var beside = part is null ? "dropped: nothing to measure" : part == raw ? $"weight {weight:0.00}" : $"weight {weight:0.00}, measured {raw:0.000}";
        Row(page, $"  {name}, 0-1", part, "0.000", beside);
    }

    private static void Hosts(RunResult run, Page page)
    {
        var beside = run.ScoresBeside;
        page.Line("Beside them", Ink.Bold);
        Row(page, "  host surplus, USD bn", beside.HostSurplus, "+0.0;-0.0;0.0", $"rents {beside.Rents:0.0}");
        Row(page, "  host welfare of having a choice, USD bn", beside.HostWelfare, "0.0", "");
        Row(page, "  price over reference cost, mean", beside.MeanPriceOverReference, "0.00", $"{beside.MeanOffers:0.0} offers a tender");
        Row(page, "  grant element of loans", beside.MeanGrantElement, "0.00", $"{Shown(beside.GuaranteedShare, "0%")} ask a guarantee");
        Row(page, "  lent, USD bn", beside.Funded, "0.0", beside.Needed is null ? $"{beside.GapClosed:0%} of what is planned" : $"{beside.GapClosed:0.0%} of what the region needs");
        Row(page, "  awards", beside.Awards, "0", $"{beside.Cancelled} cancelled, {beside.NeverLet} never let");
        Row(page, "  segments built, ever", beside.Built, "0", $"{run.Segments.Count(segment => segment.Commissioned <= run.Constants.HorizonDays)} open at the horizon");
        Row(page, "  years from planned opening to service", beside.MeanYearsToCommissioning, "0.0", "");
        Row(page, "  dependence of hosts on one sponsor, 0-2", beside.Dependence, "0.00", $"tension of the rivals {beside.Tension:0.0}");
    }

    private static void Trade(TradeResult trade, Page page)
    {
        const string Change = "+0.0%;-0.0%;0.0%";
        page.Line("Trade in intermediate goods, mean change", Ink.Bold);
        Row(page, "  by network and regimes", trade.Change, Change, $"{Shown(trade.ChangeOfAll, Change)} of all trade, other goods held still");
        Row(page, "  by the network alone", trade.ByNetwork, Change, "");
        Row(page, "  by the regimes alone", trade.ByRegimes, Change, "");
        Row(page, "  what both add to the sum of each alone", trade.Complementarity, Change, "");
    }

    /// <summary>What a reader must not conclude (docs/model.md §5).</summary>
    private static IEnumerable<string> Cautions(RunResult run)
    {
        var (scores, beside) = (run.Scores, run.ScoresBeside);
        yield return "- One run is one draw of chance. Nothing here says that an arm is better: that takes many replications of both arms with the same draws.";
        if (scores.Compatibility < beside.InheritedCompatibility)
            yield return $"- Compatibility is below the {beside.InheritedCompatibility:0.0} of the inherited network. Refusing every offer would have kept that; lines half built in mixed standards lower it.";
        var lost = beside.InterfaceLosses is null ? "the hours lost" : "what is lost to interfaces";
        yield return $"- Call an arm more compatible only if the score over pairs brought closer and {lost} say so too; more viable only if the viability of what was built and the total ENPV do.";
        var losing = run.Segments.Count(segment => segment.Appraisal?.EnpvBase < 0);
        if (losing * 2 > beside.Built)
            yield return $"- {losing} of {beside.Built} segments built lose ENPV at a hurdle of {run.Constants.Hurdle:0%}, so building less would win the total: read it beside the mean per segment. Benefits are appraisal figures.";
    }

    private static void Row(Page page, string label, double? value, string format, string beside, Ink ink = Ink.Plain)
    {
        var fits = Label + Value + 3 + Cells.Of(beside) <= page.Width;
        if (Label + Value > page.Width) page.Paragraph($"{label.TrimStart()}: {Shown(value, format)}", Cells.Of(label) - label.TrimStart().Length, 2, ink);
        else page.Write(label.PadRight(Label), ink).Write(Cells.Right(Shown(value, format), Value), ink).Line(fits && beside.Length > 0 ? $"   {beside}" : "", Ink.Faint);
        if (!fits) page.Paragraph(beside, 4, 0, Ink.Faint);
    }

    private static string Shown(double? value, string format) => Figure.Of(value, format);
}
