namespace BidCompetitionSim.Model.Network;

/// <summary>What is needed of a link or segment to cost it.</summary>
/// <param name="Standard">Id of the standard it is built in.</param>
/// <param name="Class">Class of line.</param>
/// <param name="LengthKm">Length, km.</param>
/// <param name="CrossesBorder">Whether its ends lie in different states.</param>
/// <param name="Own">What it costs besides: handling in hours, or a charge in the system's cost unit.</param>
internal readonly record struct Line(string Standard, string Class, double LengthKm, bool CrossesBorder, double Own);

/// <summary>Generalised cost of a system's lines (docs/model.md §4.8): hours where it runs on time, else tariffs and charges in its own unit.</summary>
internal static class LineCosts
{
    /// <summary>Whether a system carries passengers: one that runs on time, unless it says otherwise.</summary>
    public static bool CarriesPassengers(TransportSystem system) => system.CostUnit.Length == 0 && !system.FreightOnly;

    /// <summary>Cost of a line to freight, in 3600ths of the cost unit.</summary>
    /// <exception cref="ArgumentException">The system has no speed or tariff for the line.</exception>
    public static int Freight(TransportSystem system, in Line line)
    {
        if (system.CostUnit.Length > 0)
            return LinkCost.Parts(line.LengthKm, TariffOf(system, line).ChargeCostUnitsPerKm, (line.CrossesBorder ? system.BorderChargeCostUnits ?? 0 : 0) + line.Own);
        return LinkCost.Seconds(line.LengthKm, SpeedOf(system, line).FreightKmPerHour, (line.CrossesBorder ? system.BorderHours ?? 0 : 0) + line.Own);
    }

    /// <summary>Time of a passenger on a line of a system that carries some, seconds; what it costs besides is freight's.</summary>
    /// <exception cref="ArgumentException">The system has no passenger speed for the line.</exception>
    public static int Passenger(TransportSystem system, in Line line) => LinkCost.Seconds(
        line.LengthKm, SpeedOf(system, line).PassengerKmPerHour ?? throw Missing(system, line, "passenger speed"), line.CrossesBorder ? system.PassengerBorderHours ?? 0 : 0);

    private static ServiceSpeed SpeedOf(TransportSystem system, Line line) =>
        Array.Find(system.Speeds, s => s.Class == line.Class && s.Standard == line.Standard)
        ?? Array.Find(system.Speeds, s => s.Class == line.Class && s.Standard == "*") ?? throw Missing(system, line, "speed");

    private static Tariff TariffOf(TransportSystem system, Line line) =>
        Array.Find(system.Tariffs, t => t.Class == line.Class && t.Standard == line.Standard)
        ?? Array.Find(system.Tariffs, t => t.Class == line.Class && t.Standard == "*") ?? throw Missing(system, line, "tariff");

    private static ArgumentException Missing(TransportSystem system, in Line line, string what) =>
        new($"System {system.Id} states no {what} for class {line.Class} in standard {line.Standard}.");
}
