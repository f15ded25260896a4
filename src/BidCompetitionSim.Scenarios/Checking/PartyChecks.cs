using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>States, their ties and frictions, and sponsors.</summary>
internal static class PartyChecks
{
    private const double ProbabilitySlack = 1e-6;

    public static void Run(Scenario scenario, Names names, Findings findings)
    {
        foreach (var state in scenario.States)
        {
            foreach (var tie in state.TiesToSponsors) findings.Known(tie, "", tie.To, names.Sponsors, "a sponsor");
            foreach (var tie in state.TiesToStates)
                if (tie.To == state.Id) findings.Add(tie, "", "a tie of a state to itself", "another state");
                else findings.Known(tie, "", tie.To, names.States, "a state");
        }
        foreach (var place in scenario.Places) findings.Known(place, "state", place.State, names.States, "a state");
        Frictions(scenario, names, findings);
        foreach (var sponsor in scenario.Sponsors) Sponsor(sponsor, scenario, names, findings);
        foreach (var policy in scenario.LearnedPolicies) Policy(policy, scenario, names, findings);
        findings.Some(scenario, "sponsors", scenario.Sponsors.Length, "sponsor");
        findings.Some(scenario, "arms", scenario.Arms.Length, "arm");
    }

    private static void Frictions(Scenario scenario, Names names, Findings findings)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var friction in scenario.Frictions)
        {
            var (a, b) = (friction.A, friction.B);
            findings.Known(friction, "a", a, names.States, "a state");
            findings.Known(friction, "b", b, names.States, "a state");
            if (a == b && a.Length > 0) findings.Add(friction, "b", Shown.Quoted(b), "another state than a");
            else if (a.Length > 0 && b.Length > 0 && !seen.Add(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a)))
                findings.Add(friction, "", $"the pair {a} and {b} again", "each pair once");
        }
    }

    private static void Policy(LearnedPolicy policy, Scenario scenario, Names names, Findings findings)
    {
        if (findings.Known(policy, "", policy.Id, names.Sponsors, "a sponsor") && Array.Find(scenario.Sponsors, sponsor => sponsor.Id == policy.Id) is { } learner) Played(policy, learner, findings);
        for (var situation = 0; situation < LearnedTable.Situations; situation++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var offer in policy.Offers)
                if (LearnedTable.SituationOf(offer.Contested, offer.Home, offer.Pressed) == situation) (sum, count) = (sum + offer.Probability, count + 1);
            if (count == 0 || Math.Abs(sum - 1) > ProbabilitySlack)
                findings.Add(policy, "offers", $"probabilities that sum to {Shown.Number(sum)} where {SituationText(situation)}", "a sum of 1 in each of the eight situations");
        }
    }

    // Whoever overrides may set a policy aside. A file that does so is as a rule one laid over it by mistake.
    private static void Played(LearnedPolicy policy, Sponsor learner, Findings findings)
    {
        if (learner.Behaviour == SponsorBehaviourKind.Learning || findings.PlaceOf(learner, "behaviour") is not { File: not Context.OverrideFile } behaviour) return;
        findings.Add(policy, "", $"a policy that {learner.Id} does not play, for another behaviour is laid over it at {behaviour.File}:{behaviour.Line}", "learning behaviour there, or this file included after that one");
    }

    private static string SituationText(int situation) =>
        $"contested is {Said(situation & 1)}, home {Said(situation & 2)}, pressed {Said(situation & 4)}";

    private static string Said(int flag) => flag != 0 ? "true" : "false";

    private static void Sponsor(Sponsor sponsor, Scenario scenario, Names names, Findings findings)
    {
        if (sponsor.Id == DrawAddresses.Nobody) findings.Add(sponsor, "", Shown.Quoted(sponsor.Id), "another name: this one means that no sponsor is chosen");
        foreach (var capability in sponsor.Capabilities)
            if (findings.Known(capability, "", capability.System, names.Systems, "a system") && names.System(capability.System) is { } system)
                findings.Known(capability, "standard", capability.Standard, Names.Of(system.Standards, standard => standard.Id), $"a standard of {system.Id}");
        foreach (var change in sponsor.PolicyChanges)
            if (findings.Known(change, "window", change.Window, names.Windows, "a window")
                && Array.Find(scenario.Windows, window => window.Id == change.Window) is { } window && window.Sponsor != sponsor.Id)
                findings.Add(change, "window", $"a window of {window.Sponsor}", $"a window of {sponsor.Id}");
        var seen = new HashSet<(string, int)>();
        foreach (var offer in sponsor.FixedOffers)
        {
            findings.Known(offer, "segment", offer.Segment, names.Segments, "a segment");
            if (!seen.Add((offer.Segment, offer.Attempt))) findings.Add(offer, "", $"an offer for {offer.Segment}, attempt {offer.Attempt}, again", "one each");
        }
        if (sponsor.Behaviour == SponsorBehaviourKind.Fixed && sponsor.FixedOffers.Length == 0)
            findings.Add(sponsor, "behaviour", "fixed behaviour without offers", "fixedOffers with at least one");
        if (sponsor.Behaviour == SponsorBehaviourKind.Learning && !Array.Exists(scenario.LearnedPolicies, policy => policy.Id == sponsor.Id))
            findings.Add(sponsor, "behaviour", $"learning behaviour, and nothing learnt by {sponsor.Id}", $"learnedPolicies.{sponsor.Id}, as bidsim scenario train writes it");
    }
}
