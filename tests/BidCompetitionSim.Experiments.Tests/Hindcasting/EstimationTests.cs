using BidCompetitionSim.Experiments.Designs;
using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Tests.Hindcasting;

public class EstimationTests
{
    private static double[] Elsewhere => [3.1, 2.2, 1.3, 0.9, 0.4, 1.7, -0.6, -1.9, 0.3];

    [Fact]
    public void Gradient_and_Hessian_are_those_of_finite_differences()
    {
        Same(SomeCases.Choices(SomeCases.All), new PenalisedFit(FitSettings.OfModel(SomeCases.Start), 0.7), Elsewhere);
        Same(PlainLogit.Of(SomeCases.All, SomeCases.Frame), new PenalisedFit(PlainLogit.Settings, 0.7), [.. Enumerable.Range(0, PlainLogit.Settings.Count).Select(static i => 0.1 * (i % 7 - 3))]);
    }

    [Fact]
    public void Leaving_a_case_out_is_refitting_without_it()
    {
        var cases = SomeCases.All[..20];
        IChoice[] choices = SomeCases.Choices(cases);
        var settings = FitSettings.OfModel(SomeCases.Start);
        var left = new LeaveOneOut(choices, settings, static (prediction, _, _) => prediction).Run(TestContext.Current.CancellationToken);

        foreach (var i in (int[])[0, 7, 19])
        {
            IChoice[] others = [.. choices.Where((_, j) => j != i)];
            var refit = new PenalisedFit(settings, left.Penalties[i]).Of(others, -1, settings.Start);
            left.Predictions[i].ShouldBe(choices[i].Probabilities(refit.Weights), 1e-7);
        }
    }

    [Fact]
    public void One_Newton_step_comes_near_to_the_refit_without_one_more_case()
    {
        IChoice[] choices = SomeCases.Choices(SomeCases.All);
        var fit = new PenalisedFit(FitSettings.OfModel(SomeCases.Start), 3);
        var whole = fit.Of(choices, -1, SomeCases.Start);

        for (var i = 0; i < choices.Length; i += 10) fit.WithoutAlso(whole, choices[i]).ShouldBe(fit.Of(choices, i, SomeCases.Start).Weights, 0.05);
    }

    [Fact]
    public void Weights_that_made_choices_are_found_again()
    {
        double[] planted = [2.5, 5, 1, 3, 2, 0.5, -0.4, -1.5, 0.2];
        var cases = Enumerable.Range(0, 30).SelectMany(copy => SomeCases.All.Select(one => one with { Id = $"{one.Id}-{copy}" })).ToArray();
        var replay = new ChoiceReplay(SomeCases.Frame, new AwardHistory(SomeCases.All));
        var uniform = new AddressedUniform(1, "planted");
        IChoice[] choices = [.. cases.Select(one => replay.Of(one with { Winner = Drawn(replay.Of(one).Probabilities(planted), uniform.At(one.Id, 0)) }))];

        var fitted = new PenalisedFit(FitSettings.OfModel(SomeCases.Start), 1e-6).Of(choices, -1, SomeCases.Start);
        var variances = Cholesky.InverseDiagonal(fitted.Information, ChoiceWeights.Count)!;

        for (var k = 0; k < planted.Length; k++)
            if (!fitted.AtBound[k]) Math.Abs(fitted.Weights[k] - planted[k]).ShouldBeLessThan(3.5 * Math.Sqrt(variances[k]), ChoiceWeights.Names[k]);
        variances.Max().ShouldBeLessThan(4); // or any weights would do
    }

    [Fact]
    public void Prior_posterior_and_the_cases_own_errors_are_told_apart()
    {
        // By the cases alone every weight has an information of 4; the penalty adds 12 of its own, to rates a hundredth of it. One weight rests on its bound.
        const double penalty = 12;
        var settings = FitSettings.OfModel(SomeCases.Start);
        var information = new double[settings.Count * settings.Count];
        for (var k = 0; k < settings.Count; k++) information[k * settings.Count + k] = 4 + penalty * settings.Stiffness[k];
        var held = Enumerable.Range(0, settings.Count).Select(static k => k == (int)Weight.Rent).ToArray();

        var weights = WeightTable.Of(new Fitted(settings.Start, held, information), settings, penalty);

        var (price, rent, other) = (weights[(int)Weight.Price], weights[(int)Weight.Rent], weights[(int)Weight.Other]);
        (price.StandardError, price.PosteriorSd, price.PriorSd).ShouldBe((0.5, 0.25, 1 / Math.Sqrt(12)));
        (rent.StandardError, rent.PosteriorSd, rent.AtBound).ShouldBe((null, null, true));
        other.Start.ShouldBeNull();
        other.PosteriorSd!.Value.ShouldBe(1 / Math.Sqrt(4.12), 1e-12);
    }

    [Fact]
    public void A_weight_that_the_cases_would_push_below_nothing_rests_there()
    {
        IChoice[] choices = SomeCases.Choices([.. SomeCases.All.Select(one => one with { Winner = SomeCases.Frame.StateOf(one.Host).TiesToSponsors[0].Strength > 0 ? Winner.Japan : Winner.China })]);

        var fitted = new PenalisedFit(FitSettings.OfModel(SomeCases.Start), 0.01).Of(choices, -1, SomeCases.Start);

        fitted.Weights[(int)Weight.Tie].ShouldBe(0);
        fitted.AtBound[(int)Weight.Tie].ShouldBeTrue();
    }

    private static Winner Drawn(double[] probabilities, double u)
    {
        var k = 0;
        for (var sum = probabilities[0]; u > sum && k < 3; sum += probabilities[k]) k++;
        return (Winner)k;
    }

    private static void Same(IReadOnlyList<IChoice> choices, PenalisedFit fit, double[] weights)
    {
        const double step = 1e-5;
        var (_, gradient, hessian) = fit.At(choices, weights);
        for (var k = 0; k < weights.Length; k++)
        {
            var (up, down) = ((double[])weights.Clone(), (double[])weights.Clone());
            (up[k], down[k]) = (weights[k] + step, weights[k] - step);
            var (above, below) = (fit.At(choices, up), fit.At(choices, down));
            gradient[k].ShouldBe((above.Value - below.Value) / (2 * step), 1e-6);
            for (var l = 0; l < weights.Length; l++) hessian[k * weights.Length + l].ShouldBe((above.Gradient[l] - below.Gradient[l]) / (2 * step), 1e-6);
        }
    }
}
