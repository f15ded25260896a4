using BidCompetitionSim.Model.Scoring;
using BidCompetitionSim.Testing;

namespace BidCompetitionSim.Model.Tests.Scoring;

public class CohesionTests
{
    private static readonly CohesionParts Weights = new(0.35, 0.20, 0.15, 0.15, 0.15);

    [Fact]
    public void Cohesion_of_parts_worked_out_by_hand() =>
        Cohesion.Score(new(0.6, 0.5, 0.4, 0.9, 0.8), Weights).ShouldBe(60.40262484717, 1e-9);

    [Fact]
    public void Cohesion_lies_between_one_and_a_hundred()
    {
        Cohesion.Score(new(0.01, 0.01, 0.01, 0.01, 0.01), Weights).ShouldBe(1.0, 1e-12);
        Cohesion.Score(new(-3, 0, 0, 0, -1), Weights).ShouldBe(1.0, 1e-12);
        Cohesion.Score(new(1, 1, 1, 1, 7), Weights).ShouldBe(100.0);
    }

    // UNDP, Human Development Report technical notes, note 1: indices 0.6971, 0.3447, 0.5506 make an HDI of 0.510.
    [Fact]
    public void Three_equal_weights_make_the_human_development_index() =>
        Cohesion.Score(
            new(0.6971, 0.3447, 0.5506, double.NaN, double.NaN), new(1, 1, 1, 1, 1),
            CohesionPresence.Physical | CohesionPresence.Institutional | CohesionPresence.PeopleToPeople)
            .ShouldBe(51.0, 0.05);

    [Fact]
    public void An_absent_part_hands_its_weight_on_in_proportion()
    {
        const CohesionPresence WithoutEquity = CohesionPresence.All & ~CohesionPresence.Equity;
        var scaled = new CohesionParts(0.35 / 0.85, 0.20 / 0.85, 0.15 / 0.85, 0.0, 0.15 / 0.85);
        Cohesion.Score(new(0.6, 0.5, 0.4, double.NaN, 0.8), Weights, WithoutEquity)
            .ShouldBe(Cohesion.Score(new(0.6, 0.5, 0.4, 0.123, 0.8), scaled), 1e-12);
    }

    [Fact]
    public void Only_the_ratio_of_weights_counts() =>
        Cohesion.Score(new(0.6, 0.5, 0.4, 0.9, 0.8), new(7, 4, 3, 3, 3)).ShouldBe(60.40262484717, 1e-9);

    [Fact]
    public void Weights_come_from_the_scenarios_rules_each_to_its_part() =>
        Cohesion.WeightsOf(Some.Scoring() with
        {
            PhysicalWeight = 0.1, InstitutionalWeight = 0.2, PeopleWeight = 0.3, EquityWeight = 0.4, DiplomaticWeight = 0.5,
        }).ShouldBe(new CohesionParts(0.1, 0.2, 0.3, 0.4, 0.5));

    [Fact]
    public void A_present_part_that_is_no_number_is_refused()
    {
        Should.Throw<ArgumentException>(() => Cohesion.Score(new(0.6, double.NaN, 0.4, 0.9, 0.8), Weights));
        Should.Throw<ArgumentException>(() => Cohesion.Score(new(1, 1, 1, 1, 1), new(1, 1, -1, 1, 1)));
        Should.Throw<ArgumentException>(() => Cohesion.Score(new(1, 1, 1, 1, 1), Weights, CohesionPresence.None));
        Should.Throw<ArgumentException>(() => Cohesion.Score(new(1, 1, 1, 1, 1), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scores_found_side_by_side_have_the_bits_of_each_alone(bool hasEquity)
    {
        var random = new Random(7);
        var sheet = new CohesionSheet(Weights, 11);
        for (var count = 1; count <= 11; count++)
        {
            CohesionMeasure[] measures = [.. Enumerable.Range(0, count).Select(_ => new CohesionMeasure(Part(), Part(), Part(), hasEquity ? Part() : null, Part()))];
            sheet.Clear();
            foreach (var measure in measures) sheet.Add(measure);
            sheet.Score().ToArray().ShouldBe(Array.ConvertAll(measures, measure => measure.Score(Weights)!.Value));
        }

        double? Part() => random.NextDouble() * 1.2 - 0.1;
    }

    [Fact]
    public void Measures_of_different_parts_do_not_stand_side_by_side()
    {
        var sheet = new CohesionSheet(Weights, 2);
        sheet.Add(new CohesionMeasure(0.5, 0.5, 0.5, 0.5, 0.5));
        Should.Throw<ArgumentException>(() => sheet.Add(new CohesionMeasure(0.5, 0.5, 0.5, null, 0.5)));
    }
}
