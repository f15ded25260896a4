using System.Globalization;
using System.Text;
using BidCompetitionSim.Model.Sponsors;

namespace BidCompetitionSim.Scenarios;

/// <summary>Writes learnt policies as a file that a scenario includes.</summary>
public static class LearnedPolicyText
{
    private const string Opening = "# Learnt by regret matching: ";

    /// <summary>The text of the file: the policies, and their sponsors' behaviour.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="training">How they were learnt, in a phrase.</param>
    /// <param name="choices">By sponsor and situation, how many choices it was learnt from; null if that is not known.</param>
    public static string Of(IReadOnlyCollection<LearnedPolicy> policies, string training, Func<string, int, long>? choices = null)
    {
        var text = new StringBuilder($"""
            # yaml-language-server: $schema=scenario.schema.json
            #
            {Opening}{training}.
            # Include it after the scenario it was learnt on.

            sponsors:

            """);
        foreach (var policy in policies) text.Append($"  {policy.Id}: {{ behaviour: learning }}\n");
        text.Append("\nlearnedPolicies:\n");
        foreach (var policy in policies)
        {
            text.Append($"  {policy.Id}:\n    offers:\n");
            foreach (var offer in policy.Offers) text.Append($"      - {Line(offer, choices?.Invoke(policy.Id, LearnedTable.SituationOf(offer.Contested, offer.Home, offer.Pressed)))}\n");
        }
        return text.ToString();
    }

    /// <summary>Whether a text is one that this wrote.</summary>
    public static bool IsOne(TextReader text)
    {
        for (var line = 0; line < 3; line++)
            if (text.ReadLine() is not { } read) return false;
            else if (read.StartsWith(Opening, StringComparison.Ordinal)) return true;
        return false;
    }

    private static string Line(LearnedOffer offer, long? choices) =>
        $"{{ contested: {Flag(offer.Contested)}, home: {Flag(offer.Home)}, pressed: {Flag(offer.Pressed)}, concession: {Learnt(offer.Concession)}, "
        + $"markup: {Learnt(offer.Markup)}, complies: {Flag(offer.Complies)}, guarantee: {Flag(offer.Guarantee)}, probability: {Learnt(offer.Probability, From(choices))} }}";

    private static string From(long? choices) => choices switch
    {
        null => "", 0 => ", from: \"no choice: never met, all kinds alike\"", 1 => ", from: 1 choice", var many => $", from: {many.Value.ToString(CultureInfo.InvariantCulture)} choices",
    };

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Learnt(double value, string from = "") => $"{{ value: {value.ToString("R", CultureInfo.InvariantCulture)}, derivation: regret-matching{from} }}";
}
