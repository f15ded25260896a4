using BidCompetitionSim.Model.Messages;
using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Model.Secretariat;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>A run that is over, as its carrier left it.</summary>
/// <param name="Title">Title of the scenario.</param>
/// <param name="ScenarioHash">Hash of the resolved scenario.</param>
/// <param name="Kernel">The host of the run.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="EventsDigest">Digest of all that was said.</param>
/// <param name="MessageCounts">How often each type of message was said.</param>
/// <param name="Beliefs">What the sponsors had come to believe, in order of id.</param>
public sealed record FinishedRun(
    string Title, string ScenarioHash, Kernel Kernel, Outcome Outcome, string EventsDigest, IReadOnlyDictionary<string, int> MessageCounts,
    IReadOnlyList<BeliefsDisclosed> Beliefs);

/// <summary>Puts the document of a run together: what a reader may want of a kernel is copied here.</summary>
public static class RunAssembly
{
    /// <summary>The document of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="recorder">Who listened to it.</param>
    public static RunResult Of(FinishedRun run, RunRecorder recorder)
    {
        var kernel = run.Kernel;
        var compiled = kernel.Compiled;
        var digest = RunDigest.Of(new RunKey(run.ScenarioHash, kernel.Seed, kernel.Replication), kernel.Arm, run.EventsDigest, run.Outcome);
        var networks = new NetworkAssembly(kernel);
        var parties = new PartyAssembly(kernel, recorder.Ties);
        return new RunResult
        {
            Schema = RunResult.SchemaName, Scenario = compiled.Scenario.Id, Title = run.Title, ScenarioHash = run.ScenarioHash, Arm = kernel.Arm.Id,
            Arrangement = ArrangementOf(kernel.Arm, compiled.Scenario.Secretariat),
            Seed = kernel.Seed, Replication = kernel.Replication, Status = "done", Digest = digest.Whole,
            EventsDigest = digest.Events, OutcomeDigest = digest.Outcome, Program = ProgramIdentity.OfThisProcess(),
            Scores = new Scores { Compatibility = run.Outcome.Compatibility, Viability = run.Outcome.Viability, Cohesion = run.Outcome.Cohesion },
            ScoresBeside = Beside(run.Outcome) with
            {
                InterfaceLosses = LossesOf(compiled, run.Outcome), Needed = compiled.Scenario.Scoring.Need?.OverUsdBn(compiled.Scenario.HorizonYears),
            },
            CohesionParts = Figures(run.Outcome.Parts.Counted), CohesionPartsRaw = Figures(run.Outcome.Parts),
            CohesionWeights = Figures(Cohesion.WeightsOf(compiled.Scenario.Scoring)), Constants = ConstantsOf(compiled),
            Segments = [.. compiled.Segments.Select(segment => SegmentAssembly.Of(kernel, run.Outcome, recorder, segment.Index))],
            Places = [.. compiled.Scenario.Places.Select(PlaceOf)], Links = [.. compiled.Scenario.Links.Select(LinkOf)],
            Junctions = [.. networks.Junctions()], Pairs = [.. networks.Pairs()], Network = new NetworkResult { History = [.. networks.History()] },
            Frictions = [.. compiled.Scenario.Frictions.Select(f => new FrictionResult { A = f.A, B = f.B, Base = f.Base, Now = compiled.Trade is null ? f.Now : f.Base * compiled.RatioOverTime(f) })],
            Trade = run.Outcome.Trade is { } trade ? Traded(trade, compiled, run.Outcome) : null,
            States = [.. parties.States()], Sponsors = [.. parties.Sponsors(run.Beliefs)], Happenings = [.. recorder.Happenings],
            Messages = new MessageResult { Counts = run.MessageCounts }, Explanations = [.. recorder.Explanations],
        };
    }

    private static ArrangementResult ArrangementOf(Arm arm, Secretariat secretariat) => new()
    {
        RegionalWeight = arm.RegionalWeight, RegionalScale = secretariat.RegionalScale, Opacity = arm.Opacity, Opinion = Words.Kebab(arm.Opinion),
        Specification = Words.Kebab(arm.Specification), BestAndFinal = arm.BestAndFinal, Floor = arm.Floor ? secretariat.Floor : null,
        Consent = Words.Kebab(arm.Consent), Letting = arm.Letting == LettingRule.Single ? null : Words.Kebab(arm.Letting), JointBids = arm.JointBids ? true : null,
    };

    private static PlaceResult PlaceOf(Place place) => new()
    {
        Id = place.Id, Name = place.Name, State = place.State, Latitude = place.LatitudeDegrees, Longitude = place.LongitudeDegrees,
    };

    private static LinkResult LinkOf(Link link) => new()
    {
        Id = link.Id, System = link.System, Route = link.Route, From = link.From, To = link.To, Standard = link.Standard, BaseMode = link.BaseMode,
    };

    private static RunConstants ConstantsOf(Compiled compiled) => new()
    {
        StartDate = compiled.Scenario.StartDate, HorizonDays = compiled.HorizonDay, Hurdle = compiled.Scenario.Scoring.HurdlePerYear,
        GrantElementRate = Model.Finance.LoanTerms.UnifiedDiscountRatePerYear, PeopleDecayHours = compiled.Scenario.Scoring.PeopleDecayHours,
        Floor = Cohesion.Floor, CostUnit = "seconds",
    };

    private static CohesionFigures Figures(in CohesionMeasure m) => new()
    {
        Physical = m.Physical, Institutional = m.Institutional, PeopleToPeople = m.PeopleToPeople, Equity = m.Equity, Diplomatic = m.Diplomatic,
    };

    private static CohesionFigures Figures(in CohesionParts p) => new()
    {
        Physical = p.Physical, Institutional = p.Institutional, PeopleToPeople = p.PeopleToPeople, Equity = p.Equity, Diplomatic = p.Diplomatic,
    };

    private static SystemLoss[]? LossesOf(Compiled compiled, Outcome outcome)
    {
        SystemLoss[] all = [.. Enumerable.Range(0, compiled.Systems.Length).Where(k => compiled.Systems[k].System.CostUnit.Length > 0).Select(k => new SystemLoss
        {
            System = compiled.Systems[k].System.Id, Name = compiled.Systems[k].System.Name, Unit = compiled.Systems[k].System.CostUnit,
            Loss = double.IsNaN(outcome.Breakdown.InterfaceLosses[k]) ? null : outcome.Breakdown.InterfaceLosses[k],
        })];
        return all.Length > 0 ? all : null;
    }

    private static TradeResult Traded(TradeOutcome trade, Compiled compiled, Outcome outcome)
    {
        var byState = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < compiled.States; i++)
            if (outcome.Breakdown.States[i].TradeChange is { } change) byState.Add(compiled.Scenario.States[i].Id, change);
        return new TradeResult
        {
            Change = trade.Change, ByNetwork = trade.ByNetwork, ByRegimes = trade.ByRegimes, Complementarity = trade.Complementarity,
            ChangeOfAll = trade.OfAllTrade, ByState = byState,
        };
    }

    private static ScoresBeside Beside(Outcome o) => new()
    {
        InheritedCompatibility = o.InheritedCompatibility, BuiltCompatibility = o.BuiltCompatibility, BuiltCoverage = o.BuiltCoverage,
        HoursLost = o.HoursLost, HoursLostAsean = o.HoursLostAsean, ViabilityBuilt = o.ViabilityBuilt, EnpvBaseTotal = o.EnpvBaseTotalUsdBn,
        EnpvBasePerBuilt = o.EnpvBasePerBuiltUsdBn, AvoidedLoss = o.AvoidedLossUsdBn, ForegoneGain = o.ForegoneGainUsdBn, MeanEirr = o.MeanEirr,
        CohesionWithoutJunctions = o.CohesionWithoutJunctions, JunctionShare = o.JunctionShare, Dependence = o.Dependence, Tension = o.Tension,
        HostSurplus = o.HostSurplusUsdBn, HostWelfare = o.HostWelfareUsdBn, Rents = o.RentsUsdBn, Funded = o.FundedUsdBn, GapClosed = o.GapClosed,
        MeanPriceOverReference = o.MeanPriceOverReference, MeanGrantElement = o.MeanGrantElement, GuaranteedShare = o.GuaranteedShare,
        MeanOffers = o.MeanOffers, Awards = o.Awards, Built = o.Built, Cancelled = o.Cancelled, NeverLet = o.NeverLet,
        MeanYearsToCommissioning = o.MeanYearsToCommissioning,
    };
}
