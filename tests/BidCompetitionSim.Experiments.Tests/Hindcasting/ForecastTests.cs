using BidCompetitionSim.Experiments.Hindcasting;
using BidCompetitionSim.Scenarios.Cases;

namespace BidCompetitionSim.Experiments.Tests.Hindcasting;

public class ForecastTests
{
    [Fact]
    public void Scores_of_a_table_made_by_hand_are_those_of_the_formulas()
    {
        var sure = Forecast.Of([0.5, 0.25, 0.125, 0.125], 0);
        sure.Log.ShouldBe(0.693147180559945, 1e-12); // ln 2
        sure.Brier.ShouldBe(0.25 + 0.0625 + 2 * 0.015625, 1e-15);
        sure.Hit.ShouldBe(1);

        var wrong = Forecast.Of([0.5, 0.25, 0.125, 0.125], 2);
        wrong.Log.ShouldBe(2.079441541679836, 1e-12); // ln 8
        wrong.Brier.ShouldBe(0.25 + 0.0625 + 0.765625 + 0.015625, 1e-15);
        wrong.Hit.ShouldBe(0);

        Forecast.Of([0.25, 0.25, 0.25, 0.25], 3).ShouldBe(new Forecast(Forecast.Of([0.25, 0.25, 0.25, 0.25], 0).Log, 0.75, 0.25));
    }

    [Fact]
    public void Base_rates_leave_the_case_out_and_add_one_of_each_kind()
    {
        var cases = SomeCases.All[..4].Select((one, i) => one with { Winner = i < 3 ? Winner.China : Winner.Japan }).ToArray();

        BaseRates.Of(cases, 0).ShouldBe([3.0 / 7, 2.0 / 7, 1.0 / 7, 1.0 / 7]);
        BaseRates.Of(cases, 3).ShouldBe([4.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7]);
    }

    [Fact]
    public void A_sector_tilts_odds_by_as_much_as_its_few_cases_can_bear()
    {
        var cases = SomeCases.All[..3].Select((one, i) => one with { Sector = i < 2 ? "metro" : "road", Winner = i < 2 ? Winner.Japan : Winner.China }).ToArray();
        var tilt = SectorTilt.Of(cases);

        // Rates 2/7, 3/7, 1/7, 1/7; in metro (0 + 4·2/7)/6, (2 + 4·3/7)/6, (4/7)/6.
        tilt.Factors["metro"][0].ShouldBe(2.0 / 3, 1e-12);
        tilt.Factors["metro"][1].ShouldBe((2 + 12.0 / 7) / 6 / (3.0 / 7), 1e-12);
        tilt.On("metro", [0.25, 0.25, 0.25, 0.25]).Sum().ShouldBe(1, 1e-12);
        tilt.On("port", [0.4, 0.3, 0.2, 0.1]).ShouldBe([0.4, 0.3, 0.2, 0.1]);
        SectorTilt.Of(cases, 0, 1).Factors.ContainsKey("metro").ShouldBeFalse();
    }

    [Fact]
    public void Every_forecast_falls_into_one_row_of_the_calibration()
    {
        var cases = SomeCases.All;
        var rows = Calibration.Of(cases, [.. cases.Select((_, i) => BaseRates.Of(cases, i))]);

        rows.Sum(static row => row.Forecasts).ShouldBe(4 * cases.Length);
        rows.Sum(static row => (row.Happened ?? 0) * row.Forecasts).ShouldBe(cases.Length, 1e-9);
    }
}
