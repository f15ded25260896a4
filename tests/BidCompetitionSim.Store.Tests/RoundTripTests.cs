using BidCompetitionSim.Store.Sqlite;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Store.Tests;

public class RoundTripTests
{
    [Fact]
    public void Rows_read_back_as_they_were_taken_failed_ones_too()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(replications: 50, points: 3);
        using var store = ResultStore.Open(folder.Store);
        using (var sink = store.Begin(plan))
        {
            for (var from = 0; from < 300; from += 60) sink.Take(Planned.Rows(plan, from, 60));
            sink.Finish(Ending.Failed, "00ff", "{}"u8);
        }

        Rows.In(store, plan).ShouldBe(Rows.Expected(plan, 300));
        var stored = store.Experiments().ShouldHaveSingleItem();
        (stored.Rows, stored.RowsPlanned, stored.Status, stored.Digest).ShouldBe((300, 300, "failed", "00ff"));
        store.Result(stored).ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public void An_experiment_keeps_the_description_of_its_model_and_takes_a_new_one_only_when_it_goes_on()
    {
        using var folder = new Folder();
        using var store = ResultStore.Open(folder.Store);
        string? Kept() => store.Odd(store.Experiments()[0]) is { } odd ? System.Text.Encoding.UTF8.GetString(odd) : null;
        void Begin(int replications, string? description, int rows)
        {
            var plan = Planned.Plan(replications);
            using var sink = store.Begin(plan, new Plans.ScenarioText(Planned.Scenario, Planned.Source), Planned.Sitting, description);
            if (rows > 0) sink.Take(Planned.Rows(plan, 0, rows));
        }

        Begin(5, "five", rows: 10);
        Kept().ShouldBe("five");
        Begin(5, "other", rows: 0);
        Kept().ShouldBe("five");
        Begin(8, "eight", rows: 0);
        Kept().ShouldBe("eight");
        Begin(9, null, rows: 0);
        Kept().ShouldBe("eight");
    }

    [Theory]
    [InlineData(0.0), InlineData(1.0), InlineData(-1.0), InlineData(0.1), InlineData(double.Epsilon), InlineData(-double.Epsilon)]
    [InlineData(2.2250738585072009e-308), InlineData(double.MaxValue), InlineData(double.MinValue), InlineData(9007199254740993.0)]
    [InlineData(1e300), InlineData(-123456789012345678.0), InlineData(double.PositiveInfinity), InlineData(140737488355328.0)]
    public void A_number_keeps_its_bits(double value) => Stored([value]).ShouldBe([BitConverter.DoubleToInt64Bits(value)]);

    [Fact]
    public void Any_numbers_keep_their_bits() => Prop.ForAll(
        ArbMap.Default.ArbFor<long>().Generator.ArrayOf(200).ToArbitrary(),
        bits =>
        {
            var numbers = Array.ConvertAll(bits, BitConverter.Int64BitsToDouble).Where(static number => !double.IsNaN(number) && number != 0).ToArray();
            return Stored(numbers).SequenceEqual(numbers.Select(BitConverter.DoubleToInt64Bits));
        }).Check(Config.QuickThrowOnFailure.WithReplay(7, 11).WithMaxTest(10));

    [Fact]
    public void A_negative_zero_is_zero_and_not_a_number_is_missing()
    {
        Stored([-0.0]).ShouldBe([0L]);
        double.IsNaN(BitConverter.Int64BitsToDouble(Stored([double.NaN])[0])).ShouldBeTrue();
    }

    [Fact]
    public void Missing_values_are_null_to_whoever_reads_the_table()
    {
        using var folder = new Folder();
        var plan = Planned.Plan();
        using (var store = ResultStore.Open(folder.Store)) store.Begin(plan).Take(Planned.Rows(plan, 0, 20));
        using var database = Database.Open(folder.Store, Access.Read, TimeSpan.Zero);

        database.Number("SELECT count(*) FROM outcome_1 WHERE \"measure3@laos\" IS NULL AND status = 'done'").ShouldBeGreaterThan(0);
        database.Number("SELECT count(*) FROM outcome_1 WHERE status = 'failed' AND \"measure0@laos\" IS NULL AND \"winner@a-b\" IS NULL AND \"clash@b\" IS NULL").ShouldBe(1);
        database.Number("SELECT count(*) FROM outcome_1_long WHERE measure = 'measure0@laos' AND value IS NOT NULL").ShouldBe(database.Number("SELECT count(\"measure0@laos\") FROM outcome_1"));
    }

    [Fact]
    public void Names_with_quotes_or_that_differ_in_case_alone_are_columns_too()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(measures: 2) with { Segments = ["it's \"one\"; DROP TABLE experiment", "A", "a", "Größe – 長さ"], Junctions = ["point", "a", "A"] };
        plan = plan with { Measures = [plan.Measures[0] with { Id = "status" }, plan.Measures[1] with { Id = "Point" }] };
        using var store = ResultStore.Open(folder.Store);
        store.Begin(plan).Take(Planned.Rows(plan, 0, 40));

        Rows.In(store, plan).ShouldBe(Rows.Expected(plan, 40));
    }

    [Fact]
    public void The_plan_the_scenario_and_who_wrote_are_kept()
    {
        using var folder = new Folder();
        var plan = Planned.Plan(points: 2);
        using (var store = ResultStore.Open(folder.Store)) store.Begin(plan).Dispose();
        using var again = ResultStore.OpenToRead(folder.Store);
        var stored = again.Find("e0");

        Plans.StoreJson.Text(stored.Plan).ShouldBe(Plans.StoreJson.Text(plan));
        again.Scenario(stored).Resolved.Json.ToArray().ShouldBe(Planned.Scenario.Json.ToArray());
        again.Scenario(stored).Source.ShouldBe(Planned.Source);
        stored.Status.ShouldBe("unfinished");
        var sitting = stored.Sittings.ShouldHaveSingleItem();
        sitting.CommandLine.ShouldBe("bidsim compare some");
        sitting.Packages.Keys.ShouldContain("SQLitePCLRaw.core");
        sitting.Packages["SQLite"].ShouldStartWith("3.");
    }

    [Fact]
    public void Several_experiments_share_a_store_and_are_found_by_the_beginning_of_their_ids()
    {
        using var folder = new Folder();
        var (one, two) = (Planned.Plan(), Planned.Plan(measures: 9) with { Experiment = "e0ffffffffff" });
        using var store = ResultStore.Open(folder.Store);
        using (var first = store.Begin(one))
        using (var second = store.Begin(two))
            for (var i = 0; i < 5; i++)
            {
                first.Take(Planned.Rows(one, i * 8, 8));
                second.Take(Planned.Rows(two, i * 10, 10));
            }

        Rows.In(store, one).ShouldBe(Rows.Expected(one, 40));
        Rows.In(store, two).ShouldBe(Rows.Expected(two, 50));
        store.Find("e0f").Plan.Experiment.ShouldBe(two.Experiment);
        Should.Throw<StoreException>(() => store.Find("e0")).Message.ShouldContain("2 experiments begin with e0");
        Should.Throw<StoreException>(() => store.Find("ff")).Message.ShouldContain("no experiment ff");
    }

    private static long[] Stored(double[] numbers)
    {
        using var folder = new Folder();
        var plan = Planned.Plan(measures: numbers.Length);
        var row = Planned.RowAt(plan, 0);
        numbers.CopyTo(row.Values, 0);
        using var store = ResultStore.Open(folder.Store);
        store.Begin(plan).Take([row]);
        using var reader = store.Rows(store.Find(plan.Experiment));
        var back = plan.NewRow();
        reader.Read(back).ShouldBeTrue();
        reader.Read(Planned.RowAt(plan, 0)).ShouldBeFalse();
        return Array.ConvertAll(back.Values, BitConverter.DoubleToInt64Bits);
    }
}
