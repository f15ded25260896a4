using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Changing standards twice must not cost less than once: else a detour of paper would beat the border.</summary>
internal static class Triangle
{
    private const double Slack = 1e-9;

    public static void Check(TransportSystem system, Findings findings)
    {
        var standards = system.Standards;
        foreach (var a in standards)
            foreach (var b in standards)
                foreach (var via in standards)
                {
                    if (string.CompareOrdinal(a.Id, b.Id) >= 0) continue;
                    var (direct, detour) = (Hours(system, a, b), Hours(system, a, via) + Hours(system, via, b));
                    if (direct > detour + Slack)
                        findings.Add(system, "attributes", $"{Shown.Number(direct)} hours from {a.Id} to {b.Id} but {Shown.Number(detour)} by way of {via.Id}",
                            "penalties that obey the triangle inequality");
                }
    }

    /// <summary>Hours lost where two standards meet: the dearest exclusive difference alone, else the sum of all differences.</summary>
    private static double Hours(TransportSystem system, Standard a, Standard b)
    {
        var (alone, sum) = (0.0, 0.0);
        foreach (var attribute in system.Attributes)
        {
            if (Value(a, attribute) == Value(b, attribute)) continue;
            if (attribute.Exclusive) alone = Math.Max(alone, attribute.PenaltyHours);
            else sum += attribute.PenaltyHours;
        }
        return alone > 0 ? alone : sum;
    }

    private static string? Value(Standard standard, InterfaceAttribute attribute) =>
        Array.Find(standard.Attributes, value => value.Attribute == attribute.Id)?.Value;
}
