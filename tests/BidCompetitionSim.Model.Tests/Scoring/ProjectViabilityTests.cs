using BidCompetitionSim.Model.Scoring;

namespace BidCompetitionSim.Model.Tests.Scoring;

public sealed class ProjectViabilityTests
{
    private static readonly ProjectAppraisal Usual = new(0.07, -1, 0.9, 0.62, 0.65);

    [Fact]
    public void Equals_the_worked_number() => ProjectViability.Score(Usual).ShouldBe(39.34377700262, 1e-9);

    [Fact]
    public void A_project_at_every_bar_scores_half() =>
        ProjectViability.Score(new ProjectAppraisal(0.09, 0, 1.2, 0.6, 0.6)).ShouldBe(50, 1e-12);

    [Fact]
    public void Without_a_rate_the_sign_of_the_value_stands_in()
    {
        ProjectViability.ReturnTerm(null, 1, 0.09).ShouldBe(1);
        ProjectViability.ReturnTerm(null, -1, 0.09).ShouldBe(0);
        ProjectViability.Score(Usual with { Eirr = null }).ShouldBeLessThan(ProjectViability.Score(Usual));
    }

    [Fact]
    public void A_higher_hurdle_lowers_the_score() =>
        ProjectViability.Score(Usual, 0.12).ShouldBeLessThan(ProjectViability.Score(Usual, 0.09));
}
