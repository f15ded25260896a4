using System.Globalization;
using System.Text;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Scenarios;

/// <summary>Writes learnt policies as a file that a scenario includes.</summary>
public static class LearnedPolicyText
{
    /// <summary>The text of the file: the policies, and their sponsors' behaviour.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="training">How they were learnt, in a phrase.</param>
    public static string Of(IReadOnlyCollection<LearnedPolicy> policies, string training)
    {
        var text = new StringBuilder($"""
            # yaml-language-server: $schema=scenario.schema.json
            #
            # Learnt by regret matching: {training}.
            # Include it after the scenario it was learnt on.

            sponsors:

            """);
        foreach (var policy in policies) text.Append($"  {policy.Id}: {{ behaviour: learning }}\n");
        text.Append("\nlearnedPolicies:\n");
        foreach (var policy in policies)
        {
            text.Append($"  {policy.Id}:\n    offers:\n");
            foreach (var offer in policy.Offers) text.Append($"      - {Line(offer)}\n");
        }
        return text.ToString();
    }

    private static string Line(LearnedOffer offer) =>
        $"{{ contested: {Flag(offer.Contested)}, home: {Flag(offer.Home)}, pressed: {Flag(offer.Pressed)}, concession: {Learnt(offer.Concession)}, "
        + $"markup: {Learnt(offer.Markup)}, complies: {Flag(offer.Complies)}, guarantee: {Flag(offer.Guarantee)}, probability: {Learnt(offer.Probability)} }}";

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Learnt(double value) => $"{{ value: {value.ToString("R", CultureInfo.InvariantCulture)}, derivation: regret-matching }}";
}
