using BidCompetitionSim.Model.Network;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>What a system's costs need: times where it runs on time, tariffs and charges where it has a cost unit of its own, and never both.</summary>
internal static class CostChecks
{
    public static void Run(TransportSystem system, Findings findings)
    {
        var (charged, passengers) = (system.CostUnit.Length > 0, system is { CostUnit: "", FreightOnly: false });
        Stated(system, "border", system.BorderHours, !charged);
        Stated(system, "borderCharge", system.BorderChargeCostUnits, charged);
        Stated(system, "passengerBorder", system.PassengerBorderHours, passengers);
        Stated(system, "passengerChange", system.PassengerChangeHours, passengers);
        Stated(system, "passengerAccess", system.PassengerAccessHours, passengers);
        foreach (var attribute in system.Attributes)
        {
            Stated(attribute, "penalty", attribute.PenaltyHours, !charged);
            Stated(attribute, "charge", attribute.ChargeCostUnits, charged);
        }
        foreach (var speed in system.Speeds) Stated(speed, "passenger", speed.PassengerKmPerHour, passengers);
        if (charged && system.Speeds.Length > 0) findings.Add(system, "speeds", "speeds", $"tariffs, as its costs are in {system.CostUnit}");
        if (!charged && system.Tariffs.Length > 0) findings.Add(system, "tariffs", "tariffs", "speeds, as it has no costUnit");

        void Stated(object record, string key, double? value, bool wanted)
        {
            if (wanted && value is null && !findings.Writes(record, key)) findings.Add(record, key, $"no {key}", Reason("a quantity"));
            else if (!wanted && value is not null) findings.Add(record, key, $"a {key}", Reason("none"));
        }

        string Reason(string expected) => $"{expected}, as {system.Id} {(charged ? $"has costs in {system.CostUnit}" : passengers ? "runs on time and carries passengers" : "runs on time and carries freight only")}";
    }

    /// <summary>Whether the system says what a class of line in a standard costs to run on.</summary>
    public static bool Costs(TransportSystem system, string lineClass, string standard) => ClassesIn(system, standard).Contains(lineClass);

    /// <summary>Classes of line that have a speed, or a tariff, in a standard.</summary>
    public static HashSet<string> ClassesIn(TransportSystem system, string standard) =>
    [
        .. system.Speeds.Where(speed => speed.Standard == "*" || speed.Standard == standard).Select(static speed => speed.Class),
        .. system.Tariffs.Where(tariff => tariff.Standard == "*" || tariff.Standard == standard).Select(static tariff => tariff.Class),
    ];
}
