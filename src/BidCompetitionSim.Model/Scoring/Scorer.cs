using System.Numerics;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>Scores a run that is over: pure functions of the kernel's final state (docs/model.md §5). Reused run after run without allocating.</summary>
public sealed class Scorer
{
    private readonly Compiled compiled;
    private readonly Appraiser appraiser;
    private readonly NetworkParts parts;
    private readonly CohesionParts weights;
    private readonly int[][] standards;
    private readonly int[] refused;
    private readonly TradeScorer? trade;
    private double? inherited; // compatibility before any segment, the same in every run

    /// <summary>A scorer for one scenario.</summary>
    public Scorer(Compiled compiled)
    {
        this.compiled = compiled;
        parts = new NetworkParts(compiled);
        appraiser = new Appraiser(compiled, parts);
        weights = Scoring.Cohesion.WeightsOf(compiled.Scenario.Scoring);
        standards = Array.ConvertAll(compiled.Systems, system => new int[system.Segments.Length]);
        refused = new int[compiled.Segments.Length];
        trade = compiled.Trade is { } regimes ? new TradeScorer(compiled, regimes) : null;
        Outcome = new Outcome(compiled);
    }

    /// <summary>The outcome of the last run scored.</summary>
    public Outcome Outcome { get; }

    /// <summary>Scores a run.</summary>
    public Outcome Score(Kernel kernel)
    {
        Outcome.Breakdown.Clear();
        FindRefused(kernel);
        parts.Follow(kernel, refused);
        ScoreProjects(kernel);
        ScoreRefusals(kernel);
        ScoreCompatibility(kernel);
        ScoreCohesion(kernel);
        ScoreContracts(kernel);
        trade?.Score(kernel, parts, Outcome);
        Outcome.Breakdown.Close(kernel, parts, standards);
        return Outcome;
    }

    /// <summary>Standard of every segment of a system that operates on a day, <see cref="JunctionMap.NotBuilt"/> for the others.</summary>
    public static void FillStandards(Kernel kernel, int system, int day, Span<int> standards)
    {
        var compiled = kernel.Compiled.Systems[system];
        for (var local = 0; local < compiled.Segments.Length; local++)
        {
            var commissioned = kernel.Record.CommissionedDays[compiled.Segments[local]];
            standards[local] = commissioned >= 0 && commissioned <= day ? kernel.Record.Standards[compiled.Segments[local]] : JunctionMap.NotBuilt;
        }
    }

    private void ScoreProjects(Kernel kernel)
    {
        double planned = 0, weighted = 0, built = 0, enpv = 0, rates = 0, years = 0;
        int count = 0, withRate = 0;
        for (var segment = 0; segment < Outcome.Projects.Length; segment++) Outcome.Projects[segment].Begin(compiled, kernel.Record, segment);
        appraiser.Appraise(kernel, Outcome.Projects);
        foreach (var segment in compiled.Segments)
        {
            var project = Outcome.Projects[segment.Index];
            planned += segment.CostUsdBn;
            if (kernel.Record.Status[segment.Index] != Status.Commissioned) continue;
            weighted += segment.CostUsdBn * project.Viability;
            built += segment.CostUsdBn;
            enpv += project.EnpvBaseUsdBn;
            var taken = (kernel.Record.CommissionedDays[segment.Index] - segment.TenderDay) / 365.25;
            years += taken;
            foreach (var host in segment.Hosts.Shares) Outcome.Breakdown.States[host.State].AddBuilt(taken);
            count++;
            if (project.Eirr is not { } rate) continue;
            rates += rate;
            withRate++;
        }
        Outcome.Viability = planned > 0 ? weighted / planned : 0;
        Outcome.ViabilityBuilt = built > 0 ? weighted / built : null;
        Outcome.EnpvBaseTotalUsdBn = enpv;
        Outcome.EnpvBasePerBuiltUsdBn = count > 0 ? enpv / count : null;
        Outcome.MeanEirr = withRate > 0 ? rates / withRate : null;
        Outcome.MeanYearsToCommissioning = count > 0 ? years / count : null;
        Outcome.Built = count;
    }

    // The host's best bid of the last attempt, where it was turned down.
    private void FindRefused(Kernel kernel)
    {
        foreach (var segment in compiled.Segments)
        {
            var attempt = kernel.Record.Attempts[segment.Index];
            var isRefused = kernel.Record.Status[segment.Index] != Status.Commissioned && attempt > 0;
            refused[segment.Index] = isRefused ? BestBid(kernel, segment.Index, attempt) : -1;
        }
    }

    // What those bids would have brought.
    private void ScoreRefusals(Kernel kernel)
    {
        double avoided = 0, foregone = 0;
        for (var s = 0; s < refused.Length; s++)
        {
            if (refused[s] < 0) continue;
            var enpv = appraiser.ForegoneUsdBn(kernel, s, kernel.Files.Bids(s, kernel.Record.Attempts[s])[refused[s]]);
            if (enpv < 0) avoided -= enpv;
            else foregone += enpv;
        }
        Outcome.AvoidedLossUsdBn = avoided;
        Outcome.ForegoneGainUsdBn = foregone;
    }

    private static int BestBid(Kernel kernel, int segment, int attempt)
    {
        var best = -1;
        var utilities = kernel.Files.Utilities(segment, attempt);
        for (var left = kernel.Files.Received(segment, attempt); left != 0; left &= left - 1)
        {
            var k = BitOperations.TrailingZeroCount(left);
            if (best < 0 || utilities[k] > utilities[best]) best = k;
        }
        return best;
    }

    private void ScoreCompatibility(Kernel kernel)
    {
        WeightedPart score = default, builtScore = default, hours = default, hoursAsean = default;
        double coverage = 0, planned = 0;
        for (var k = 0; k < compiled.Systems.Length; k++)
        {
            var system = compiled.Systems[k];
            var network = kernel.Networks[k];
            var epoch = network.EpochOn(compiled.HorizonDay);
            var costs = parts.CostsOf(k, network.ActualIn(epoch), network.SeamlessIn(epoch));
            var weight = parts.WeightOf(k);
            var found = Scoring.Compatibility.Of(costs, system.Scored);
            score.Add(found.Score, weight);
            builtScore.Add(found.Built.Score, weight);
            coverage += found.Built.Coverage * weight;
            planned += weight;
            Outcome.Breakdown.InterfaceLosses[k] = found.HoursLost ?? double.NaN;
            // Hours and dollars have no mean.
            if (system.System.CostUnit.Length > 0) continue;
            hours.Add(found.HoursLost, weight);
            hoursAsean.Add(Scoring.Compatibility.HoursLost(costs, system.ScoredAsean), weight);
        }
        Outcome.Compatibility = score.Mean;
        Outcome.InheritedCompatibility = inherited ??= Inherited(kernel);
        Outcome.BuiltCompatibility = builtScore.Mean;
        Outcome.BuiltCoverage = planned > 0 ? coverage / planned : 0;
        Outcome.HoursLost = hours.Mean;
        Outcome.HoursLostAsean = hoursAsean.Mean;
    }

    private double? Inherited(Kernel kernel)
    {
        WeightedPart score = default;
        for (var k = 0; k < compiled.Systems.Length; k++)
        {
            var network = kernel.Networks[k];
            score.Add(Scoring.Compatibility.Score(parts.CostsOf(k, network.ActualIn(0), network.SeamlessIn(0)), compiled.Systems[k].Scored), parts.WeightOf(k));
        }
        return score.Mean;
    }

    private void ScoreCohesion(Kernel kernel)
    {
        WeightedPart physical = default, people = default, equity = default;
        int scored = 0, working = 0;
        for (var k = 0; k < compiled.Systems.Length; k++)
        {
            var network = kernel.Networks[k];
            var weight = parts.WeightOf(k);
            physical.Add(Average(network, k, people: false), weight);
            people.Add(Average(network, k, people: true), weight);
            equity.Add(parts.Equity(k), weight);
            FillStandards(kernel, k, compiled.HorizonDay, standards[k]);
            var tally = compiled.Systems[k].Junctions.Tally(standards[k]);
            scored += tally.Scored;
            working += tally.Working;
        }
        var junctions = new JunctionTally(scored, working).Share;
        var measure = new CohesionMeasure(
            physical.Mean, RecordParts.Institutional(junctions, compiled.Frictions), people.Mean, equity.Mean, kernel.DiplomaticAtHorizon);
        Outcome.Parts = measure;
        Outcome.Cohesion = measure.Score(weights);
        Outcome.CohesionWithoutJunctions = (measure with { Institutional = RecordParts.Institutional(null, compiled.Frictions) }).Score(weights);
        Outcome.JunctionShare = junctions;
        Outcome.Dependence = kernel.DependenceAtHorizon;
        Outcome.Tension = kernel.TensionAtHorizon;
    }

    /// <summary>A part of one system averaged over time, exact between the days on which its network changed.</summary>
    private double? Average(NetworkHistory network, int system, bool people)
    {
        if (PartIn(system, 0, people) is not { } first) return null;
        Outcome.Breakdown.Note(system, 0, first, people);
        var average = new TimeAverage(0, first);
        for (var epoch = 1; epoch < network.Count && network.DayOf(epoch) < compiled.HorizonDay; epoch++)
        {
            var share = PartIn(system, epoch, people) ?? 0;
            average.ChangeTo(network.DayOf(epoch), share);
            Outcome.Breakdown.Note(system, epoch, share, people);
        }
        return average.Until(compiled.HorizonDay);
    }

    private double? PartIn(int system, int snapshot, bool people) => people ? parts.People(system, snapshot) : parts.Physical(system, snapshot);

    private void ScoreContracts(Kernel kernel)
    {
        double surplus = 0, welfare = 0, rents = 0, funded = 0, planned = 0, price = 0, grants = 0, faces = 0, concession = 0, offers = 0;
        int awards = 0, cancelled = 0, lost = 0, loans = 0, guarantees = 0, attempts = 0;
        foreach (var segment in compiled.Segments)
        {
            var s = segment.Index;
            planned += segment.CostUsdBn;
            welfare += kernel.WelfareUsdBn[s];
            foreach (var host in segment.Hosts.Shares) Outcome.Breakdown.States[host.State].AddWelfare(host.Share * kernel.WelfareUsdBn[s]);
            for (var attempt = 1; attempt <= kernel.Record.Attempts[s]; attempt++, attempts++)
                offers += BitOperations.PopCount(kernel.Files.Received(s, attempt));
            if (kernel.Record.Status[s] == Status.Failed) lost++;
            if (kernel.Record.Winners[s] < 0) continue;
            ref readonly var contract = ref kernel.Contracts[s];
            var reference = compiled.ReferenceCostUsdBn(s, kernel.Record.OpenedDays[s]);
            awards++;
            price += contract.PriceUsdBn / reference;
            concession += contract.Concession;
            if (kernel.Record.Status[s] == Status.Cancelled)
            {
                cancelled++;
                var sunk = compiled.Scenario.Delivery.SunkShare * contract.PriceUsdBn;
                surplus -= sunk;
                // Who leaves pays the others what they have sunk.
                Outcome.Breakdown.States[kernel.Leavers[s]].AddContract(-sunk, 0);
                continue;
            }
            var grant = kernel.GrantUsdBn(s);
            var gained = reference - contract.PriceUsdBn + grant - kernel.RentsUsdBn[s];
            surplus += gained;
            foreach (var host in segment.Hosts.Shares)
                Outcome.Breakdown.States[host.State].AddContract(host.Share * gained, host.Share * kernel.RentsUsdBn[s]);
            rents += kernel.RentsUsdBn[s];
            funded += contract.FaceUsdBn;
            if (contract.FaceUsdBn <= 0) continue;
            grants += grant;
            faces += contract.FaceUsdBn;
            loans++;
            if (contract.Guarantee) guarantees++;
        }
        Outcome.HostSurplusUsdBn = surplus;
        Outcome.HostWelfareUsdBn = welfare;
        Outcome.RentsUsdBn = rents;
        Outcome.FundedUsdBn = funded;
        var needed = compiled.Scenario.Scoring.Need?.OverUsdBn(compiled.Scenario.HorizonYears) ?? planned;
        Outcome.GapClosed = needed > 0 ? funded / needed : 0;
        Outcome.MeanPriceOverReference = awards > 0 ? price / awards : null;
        Outcome.MeanConcession = awards > 0 ? concession / awards : null;
        Outcome.MeanGrantElement = faces > 0 ? grants / faces : null;
        Outcome.GuaranteedShare = loans > 0 ? (double)guarantees / loans : null;
        Outcome.MeanOffers = attempts > 0 ? offers / attempts : 0;
        (Outcome.Awards, Outcome.Cancelled, Outcome.NeverLet) = (awards, cancelled, lost);
    }
}
