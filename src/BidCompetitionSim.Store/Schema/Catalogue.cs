using System.Text;
using System.Text.Json;
using BidCompetitionSim.Experiments.Runs;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store.Schema;

/// <summary>Reads what a store knows of its experiments.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<StoredExperiment> List(Database database)
    {
        using var select = database.Prepare("SELECT number, plan, created_utc, status, digest FROM experiment ORDER BY number");
        var experiments = new List<StoredExperiment>();
        while (select.Step())
        {
            var (number, plan) = ((int)select.Long(0), PlanOf(database, select.Text(1)));
            experiments.Add(new StoredExperiment
            {
                Number = number, Plan = plan, CreatedUtc = select.Text(2), Status = select.Text(3), Digest = select.TextOrNull(4),
                Rows = Rows(database, number, plan), Sittings = Sittings(database, number),
            });
        }
        return experiments;
    }

    /// <summary>Number and plan of an experiment; null if it is not there.</summary>
    public static (int Number, PlanDocument Plan)? Numbered(Database database, string id)
    {
        using var select = database.Prepare("SELECT number, plan FROM experiment WHERE id = ?");
        return select.Bind(1, id).Step() ? ((int)select.Long(0), PlanOf(database, select.Text(1))) : null;
    }

    /// <summary>How many rows are stored: they have no gaps, so the last one tells.</summary>
    public static long Rows(Database database, int number, PlanDocument plan)
    {
        using var select = database.Prepare(new OutcomeTable(number, plan).SelectLast());
        return select.Step() ? RowOrder.Of(plan).IndexOf((int)select.Long(0), select.Long(1), (int)select.Long(2)) + 1 : 0;
    }

    private static List<Sitting> Sittings(Database database, int number)
    {
        using var select = database.Prepare("SELECT * FROM sitting WHERE experiment = ? ORDER BY rowid");
        select.Bind(1, number);
        var sittings = new List<Sitting>();
        while (select.Step())
            sittings.Add(new Sitting
            {
                FirstRow = select.Long(1), StartedUtc = select.Text(2), Program = new ProgramIdentity(select.Text(3), select.Text(4)), Os = select.Text(5),
                Architecture = select.Text(6), Processors = (int)select.Long(7), Runtime = select.Text(8),
                Packages = StoreJson.Read<SortedDictionary<string, string>>(Encoding.UTF8.GetBytes(select.Text(9))), CommandLine = select.Text(10),
            });
        return sittings;
    }

    private static PlanDocument PlanOf(Database database, string json)
    {
        try
        {
            return StoreJson.Read<PlanDocument>(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException e)
        {
            throw new StoreException(database.Path, $"an experiment's plan cannot be read: {e.Message}", "Use the program version that stored it", e);
        }
    }
}
