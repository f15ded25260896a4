using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Puts the parts of a run's document together that tell of states and sponsors.</summary>
internal sealed class PartyAssembly(Kernel kernel, TieSnapshot ties)
{
    private readonly Compiled compiled = kernel.Compiled;

    public IEnumerable<StateResult> States()
    {
        var debts = DebtPaths();
        for (var i = 0; i < compiled.States; i++) yield return StateOf(i, debts[i]);
    }

    public IEnumerable<SponsorResult> Sponsors(IReadOnlyList<BeliefsDisclosed> beliefs)
    {
        for (var k = 0; k < compiled.Sponsors; k++) yield return SponsorOf(k, beliefs.FirstOrDefault(b => b.Sponsor == compiled.Scenario.Sponsors[k].Id));
    }

    private StateResult StateOf(int i, double[] debt)
    {
        var state = compiled.Scenario.States[i];
        return new StateResult
        {
            Id = state.Id, Name = state.Name, Asean = state.Asean, PopulationM = state.PopulationMillion, DebtToGdp = debt,
            TieTo = Named(compiled.Scenario.Sponsors, s => s.Id, k => ties.ToSponsors[i * compiled.Sponsors + k], k => Array.IndexOf(compiled.Active, k) >= 0),
            TieToStates = Named(compiled.Scenario.States, s => s.Id, j => ties.ToStates[i * compiled.States + j], j => j != i),
            Achievable = Gains(i, (system, _) => system.Ideal.Costs), Realised = Gains(i, (system, k) => Actual(k)),
        };
    }

    private ReadOnlySpan<int> Actual(int k) => kernel.Networks[k].ActualIn(kernel.Networks[k].EpochOn(compiled.HorizonDay));

    private delegate ReadOnlySpan<int> CostsOf(CompiledSystem system, int index);

    private SortedDictionary<string, double> Gains(int state, CostsOf costsOf)
    {
        var gains = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var k = 0; k < compiled.Systems.Length; k++)
        {
            var system = compiled.Systems[k];
            var costs = costsOf(system, k);
            double gain = 0;
            foreach (var p in system.Pairs.Touching(system.Scored, state)) gain += system.Pairs.Weights[p] * ((double)system.Before[p] / costs[p] - 1);
            gains.Add(system.System.Id, gain);
        }
        return gains;
    }

    private static SortedDictionary<string, double> Named<T>(T[] items, Func<T, string> id, Func<int, double> value, Predicate<int> wanted)
    {
        var named = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var n = 0; n < items.Length; n++)
            if (wanted(n)) named.Add(id(items[n]), value(n));
        return named;
    }

    // The kernel keeps only today's debt; the same sums over the loans that were closed give the years before.
    private double[][] DebtPaths()
    {
        var debt = new PublicDebt(compiled);
        var years = compiled.Scenario.HorizonYears;
        var paths = Enumerable.Range(0, compiled.States).Select(_ => new double[years + 1]).ToArray();
        for (var year = 0; year <= years; year++)
        {
            if (year > 0) TurnYear(debt, year);
            for (var i = 0; i < paths.Length; i++) paths[i][year] = debt.RatioOf(i);
        }
        return paths;
    }

    private void TurnYear(PublicDebt debt, int year)
    {
        for (var s = 0; s < compiled.Segments.Length; s++)
        {
            var closed = kernel.Record.ClosedDays[s];
            if (closed < 0 || closed < Compiled.DayOfYear(year - 1) || closed >= Compiled.DayOfYear(year)) continue;
            var contract = kernel.Contracts[s];
            var weight = contract.Guarantee ? 1 : compiled.Scenario.Scoring.ContingentWeight;
            debt.Close(s, closed, weight * (contract.FaceUsdBn - kernel.GrantUsdBn(s)), kernel.Works.BuildYears[s]);
        }
        debt.TurnYear(year);
    }

    private SponsorResult SponsorOf(int k, BeliefsDisclosed? disclosed)
    {
        double committed = 0, left = 0;
        foreach (var segment in compiled.Segments)
            if (kernel.Record.Winners[segment.Index] == k && kernel.Record.Status[segment.Index] != Status.Cancelled)
                committed += kernel.Contracts[segment.Index].FaceUsdBn;
        foreach (var envelope in kernel.Ledgers[k].EnvelopesUsdBn) left += envelope;
        return new SponsorResult
        {
            Id = compiled.Scenario.Sponsors[k].Id, Name = compiled.Scenario.Sponsors[k].Name, Committed = committed, Envelope = left,
            Pressure = disclosed?.Pressure ?? 0, Beliefs = [.. (disclosed?.Rivals ?? []).Select(BeliefOf)],
        };
    }

    private static BeliefResult BeliefOf(RivalBelief belief) => new()
    {
        System = belief.System, Rival = belief.Rival, Mean = belief.Mean, Variance = belief.Variance, Participation = belief.Participation,
    };
}
