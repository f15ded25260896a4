using System.Globalization;
using System.Text;
using BidCompetitionSim.Store.Plans;
using BidCompetitionSim.Store.Sqlite;

namespace BidCompetitionSim.Store.Schema;

/// <summary>Enters an experiment into the tables of a store, or finds it there. Runs inside of a transaction.</summary>
internal sealed class Enrolment(Database database, PlanDocument plan, string? description)
{
    public StoreSink Enrol(ScenarioText scenario, Sitting sitting)
    {
        if (Catalogue.Numbered(database, plan.Experiment) is not var (number, stored)) return Sink(Insert(scenario, sitting), plan, rows: 0, sitting);
        var rows = Catalogue.Rows(database, number, stored);
        return Sink(number, GoOn(number, stored, rows), rows, sitting);
    }

    private StoreSink Sink(int number, PlanDocument wanted, long rows, Sitting sitting)
    {
        InsertSitting(number, sitting with { FirstRow = rows });
        return new StoreSink(database, number, wanted, rows);
    }

    private int Insert(ScenarioText scenario, Sitting sitting)
    {
        using (var scenarios = database.Prepare("INSERT OR IGNORE INTO scenario VALUES (?, ?)"))
            scenarios.Bind(1, scenario.Resolved.Hash).BindBytes(2, Packed.Pack(scenario.Resolved.Json.Span)).Run();
        using var insert = database.Prepare(
            """
            INSERT INTO experiment (id, name, title, question, created_utc, scenario, scenario_hash, seed, uncertain, replications, status, plan, source, odd)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unfinished', ?, ?, ?)
            """);
        insert.Bind(1, plan.Experiment).Bind(2, plan.Name).Bind(3, plan.Title).Bind(4, plan.Question).Bind(5, sitting.StartedUtc);
        insert.Bind(6, plan.Scenario).Bind(7, plan.ScenarioHash).Bind(8, plan.Seed.ToString(CultureInfo.InvariantCulture));
        insert.Bind(9, plan.Uncertain ? 1L : 0L).Bind(10, plan.Replications).Bind(11, StoreJson.Text(plan));
        insert.BindBytes(12, Packed.Pack(Encoding.UTF8.GetBytes(scenario.Source)));
        if (description is not null) insert.BindBytes(13, Packed.Pack(Encoding.UTF8.GetBytes(description)));
        insert.Run();
        var number = (int)database.Number("SELECT last_insert_rowid()");
        InsertDesign(number);
        InsertMeasures(number);
        var table = new OutcomeTable(number, plan);
        database.Execute(table.Create());
        if (table.CreateLongView() is { } view) database.Execute(view);
        return number;
    }

    /// <summary>Goes on with what is stored, if it is the same experiment, with more replications where that leaves the rows in order.</summary>
    private PlanDocument GoOn(int number, PlanDocument stored, long rows)
    {
        if (!StoreJson.Write(stored.Deciding()).AsSpan().SequenceEqual(StoreJson.Write(plan.Deciding())))
            throw new StoreException(database.Path, $"experiment {plan.Experiment} is stored with another plan", "It was not changed; name another store");
        if (plan.Points.Count > 1 && plan.Replications != stored.Replications && rows > 0)
            throw new StoreException(database.Path,
                $"experiment {plan.Experiment} has {stored.Replications} replications at each of its {plan.Points.Count} points; rows of others would come between them",
                "It was not changed; ask for as many, or name another store");
        if (plan.Replications <= stored.Replications && rows == RowOrder.Of(stored).Rows) return stored;
        var wanted = plan with { Replications = Math.Max(plan.Replications, stored.Replications) };
        using var update = database.Prepare("UPDATE experiment SET name = ?, title = ?, question = ?, replications = ?, plan = ?, status = 'unfinished', digest = NULL, result = NULL, odd = coalesce(?, odd) WHERE number = ?");
        update.Bind(1, wanted.Name).Bind(2, wanted.Title).Bind(3, wanted.Question).Bind(4, wanted.Replications).Bind(5, StoreJson.Text(wanted)).Bind(7, number);
        if (description is not null) update.BindBytes(6, Packed.Pack(Encoding.UTF8.GetBytes(description)));
        update.Run();
        return wanted;
    }

    private void InsertDesign(int number)
    {
        using var insert = database.Prepare("INSERT INTO arm VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (var i = 0; i < plan.Arms.Count; i++)
        {
            var arm = plan.Arms[i];
            insert.Bind(1, number).Bind(2, i).Bind(3, arm.Id).Bind(4, arm.Arrangement).Bind(5, StoreJson.Text(arm.Set));
            insert.Bind(6, arm.TakenFrom).Bind(7, StoreJson.Text(arm.Taken)).Run();
        }
        using var point = database.Prepare("INSERT INTO design_point VALUES (?, ?, ?, ?)");
        foreach (var (index, values) in plan.Points)
            for (var k = 0; k < plan.Factors.Count; k++) point.Bind(1, number).Bind(2, index).Bind(3, plan.Factors[k].Name).Bind(4, values[k]).Run();
    }

    private void InsertMeasures(int number)
    {
        using var insert = database.Prepare("INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (var i = 0; i < plan.Measures.Count; i++)
        {
            var measure = plan.Measures[i];
            insert.Bind(1, number).Bind(2, i).Bind(3, measure.Id).Bind(4, measure.Label).Bind(5, measure.Unit).Bind(6, KebabCase.Of(measure.Family));
            insert.Bind(7, KebabCase.Of(measure.Direction)).Bind(8, measure.Subject).Bind(9, plan.Outcomes.Contains(measure.Id) ? 1L : 0L).Run();
        }
    }

    private void InsertSitting(int number, Sitting sitting)
    {
        using var insert = database.Prepare("INSERT INTO sitting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.Bind(1, number).Bind(2, sitting.FirstRow).Bind(3, sitting.StartedUtc).Bind(4, sitting.Program.Version).Bind(5, sitting.Program.Commit);
        insert.Bind(6, sitting.Os).Bind(7, sitting.Architecture).Bind(8, sitting.Processors).Bind(9, sitting.Runtime);
        insert.Bind(10, StoreJson.Text(new SortedDictionary<string, string>(sitting.Packages.ToDictionary(), StringComparer.Ordinal)));
        insert.Bind(11, sitting.CommandLine).Run();
    }
}
