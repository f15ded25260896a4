using System.Numerics;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tests.Simulation;

public class ElementaryTests
{
    // Expected values: 80-digit arithmetic, rounded once.
    [Theory]
    [InlineData(1.0, 2.718281828459045)]
    [InlineData(-1.0, 0.36787944117144233)]
    [InlineData(0.1, 1.1051709180756477)]
    [InlineData(10.5, 36315.502674246636)]
    [InlineData(-20.25, 1.6052280551856116e-09)]
    [InlineData(700.0, 1.0142320547350045e+304)]
    [InlineData(-700.0, 9.85967654375977e-305)]
    [InlineData(1e-05, 1.00001000005)]
    public void Exp_is_within_one_ulp_of_known_values(double x, double expected) =>
        Ulps.Between(Elementary.Exp(x), expected).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void A_rough_power_of_two_is_right_to_three_parts_in_ten_million_and_stops_at_58()
    {
        for (var x = -65f; x <= 65f; x += 1 / 1024f)
        {
            var right = Elementary.Pow(2, Math.Clamp(x, -58.0, 58.0));
            ((double)Elementary.RoughPowerOfTwo(new Vector<float>(x))[0]).ShouldBe(right, 3e-7 * right);
        }
        foreach (var (x, at) in new[] { (float.NegativeInfinity, -58.0), (float.NaN, -58.0), (float.PositiveInfinity, 58.0) })
            ((double)Elementary.RoughPowerOfTwo(new Vector<float>(x))[0]).ShouldBe(Elementary.Pow(2, at), 3e-7 * Elementary.Pow(2, at));
    }

    [Fact]
    public void A_rough_logarithm_is_right_to_three_parts_in_ten_million()
    {
        for (var x = 1e-37f; x < 1e37f; x *= 1.0009f)
        {
            var right = Elementary.Log((double)x);
            ((double)Elementary.RoughLog(new Vector<float>(x))[0]).ShouldBe(right, 3e-7 * (1 + Math.Abs(right)));
        }
    }

    [Fact]
    public void A_rough_logistic_is_right_to_two_parts_in_ten_million()
    {
        for (var x = -50f; x <= 50f; x += 1 / 1024f)
            ((double)Elementary.RoughLogistic(new Vector<float>(x))[0]).ShouldBe(Elementary.Logistic((double)x), 2e-7);
    }

    [Fact]
    public void Functions_side_by_side_have_the_bits_of_each_alone()
    {
        double[] special = [0.0, -0.0, 700.0, -700.0, 701.0, -701.0, 800.0, -800.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-300];
        double[] plain = [.. Enumerable.Range(0, 20_000).Select(k => (k * 7919 % 20_011 - 10_005) / 14.3)];
        double[] all = [.. special, .. plain, .. Enumerable.Repeat(0.5, Vector<double>.Count)];
        for (var first = 0; first + Vector<double>.Count <= all.Length; first++)
        {
            Vector<double> exps = Elementary.Exp(new Vector<double>(all, first));
            Vector<double> logs = Elementary.Log(new Vector<double>(all, first));
            Vector<double> logistics = Elementary.Logistic(new Vector<double>(all, first));
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                BitConverter.DoubleToInt64Bits(exps[lane]).ShouldBe(BitConverter.DoubleToInt64Bits(Elementary.Exp(all[first + lane])), $"e^{all[first + lane]:R}");
                BitConverter.DoubleToInt64Bits(logs[lane]).ShouldBe(BitConverter.DoubleToInt64Bits(Elementary.Log(all[first + lane])), $"ln {all[first + lane]:R}");
                if (!double.IsNaN(all[first + lane]))
                    BitConverter.DoubleToInt64Bits(logistics[lane]).ShouldBe(BitConverter.DoubleToInt64Bits(Elementary.Logistic(all[first + lane])), $"logistic {all[first + lane]:R}");
            }
        }
    }

    [Fact]
    public void Powers_side_by_side_have_the_bits_of_each_alone()
    {
        double[] special = [0.0, -0.0, 1.0, -1.0, -2.0, 1e-310, 5e-324, double.MaxValue, double.NaN, double.PositiveInfinity, 1e-200, 1e200];
        double[] all = [.. special, .. Enumerable.Range(0, 3_000).Select(k => Elementary.Exp((k * 7919 % 3_001 - 1_500) / 31.7)), .. Enumerable.Repeat(1.25, 3 * Vector<double>.Count)];
        double[] powers = [0.3, -0.7, 1.5, 40.0, 1e-3, 1e-170, 1e170, 0.0, double.NaN, double.NegativeInfinity];
        foreach (var y in powers)
            for (var first = 0; first + Vector<double>.Count <= all.Length; first++)
            {
                var powersOfThem = Elementary.Pow(new Vector<double>(all, first), new Vector<double>(y));
                for (var lane = 0; lane < Vector<double>.Count; lane++)
                    BitConverter.DoubleToInt64Bits(powersOfThem[lane]).ShouldBe(BitConverter.DoubleToInt64Bits(Elementary.Pow(all[first + lane], y)), $"{all[first + lane]:R}^{y}");
            }
    }

    [Theory]
    [InlineData(2.0, 0.6931471805599453)]
    [InlineData(10.0, 2.302585092994046)]
    [InlineData(0.1, -2.3025850929940455)]
    [InlineData(1.0001, 9.999500033329732e-05)]
    [InlineData(0.9999, -0.00010000500033334732)]
    [InlineData(1e+300, 690.7755278982137)]
    [InlineData(1e-300, -690.7755278982137)]
    [InlineData(0.7071, -0.346583180371942)]
    [InlineData(1.4143, 0.34663470904431704)]
    public void Log_is_within_one_ulp_of_known_values(double x, double expected) =>
        Ulps.Between(Elementary.Log(x), expected).ShouldBeLessThanOrEqualTo(1);

    [Theory]
    [InlineData(2.0, 0.5, 1.4142135623730951)]
    [InlineData(10.0, -3.0, 0.001)]
    [InlineData(1.05, 40.0, 7.039988712124658)]
    [InlineData(0.3, 0.8, 0.3816778909618176)]
    [InlineData(1.0000001, 1e7, 2.7182816941320818)]
    [InlineData(1e-200, 1.5, 1e-300)]
    [InlineData(7.25, -11.75, 7.780874720040696e-11)]
    [InlineData(0.5, 365.25, 1.1189072392991043e-110)]
    public void Pow_is_within_one_ulp_of_known_values(double x, double y, double expected) =>
        Ulps.Between(Elementary.Pow(x, y), expected).ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void Exp_Log_and_Pow_agree_with_the_platform_to_two_ulps_on_many_inputs()
    {
        foreach (var x in Ulps.Inputs(-708, 709, 20_000))
        {
            Ulps.Between(Elementary.Exp(x), Math.Exp(x)).ShouldBeLessThanOrEqualTo(2);
            Ulps.Between(Elementary.Exp(x / 700), Math.Exp(x / 700)).ShouldBeLessThanOrEqualTo(2);
            var positive = Math.Exp(x / 20);
            Ulps.Between(Elementary.Log(positive), Math.Log(positive)).ShouldBeLessThanOrEqualTo(2);
            Ulps.Between(Elementary.Pow(positive, x / 50), Math.Pow(positive, x / 50)).ShouldBeLessThanOrEqualTo(2);
        }
    }

    [Fact]
    public void Whole_powers_of_two_are_exact()
    {
        for (var k = -1022; k <= 1023; k++)
        {
            Elementary.Pow(2.0, k).ShouldBe(Math.ScaleB(1.0, k));
        }
    }

    [Fact]
    public void Exp_of_Log_returns_where_it_started()
    {
        foreach (var x in Ulps.Inputs(1e-6, 100, 5_000))
        {
            Elementary.Exp(Elementary.Log(x)).ShouldBe(x, 2e-15 * x);
            Elementary.Log(Elementary.Exp(x)).ShouldBe(x, 1e-15 * (1 + x));
        }
    }

    [Fact]
    public void Exp_Log_and_NormalCdf_never_fall_from_one_input_to_the_next()
    {
        foreach (var start in Ulps.Inputs(-30, 30, 3_000).Append(-5.656854249492381).Append(-0.67448975).Append(0.67448975))
        {
            var next = Math.BitIncrement(start);
            Elementary.Exp(next).ShouldBeGreaterThanOrEqualTo(Elementary.Exp(start));
            Elementary.Log(Math.Abs(Math.BitIncrement(Math.Abs(start))))
                .ShouldBeGreaterThanOrEqualTo(Elementary.Log(Math.Abs(start)));

            // A step of a thousandth: the quotients are good to a few ulps, not monotone in the last bit.
            Elementary.NormalCdf(start + 1e-3).ShouldBeGreaterThanOrEqualTo(Elementary.NormalCdf(start));
        }
    }

    [Fact]
    public void Exp_keeps_its_limits()
    {
        Elementary.Exp(0.0).ShouldBe(1.0);
        Elementary.Exp(-0.0).ShouldBe(1.0);
        Elementary.Exp(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        Elementary.Exp(double.NegativeInfinity).ShouldBe(0.0);
        Elementary.Exp(double.NaN).ShouldBe(double.NaN);
        Elementary.Exp(709.782712893384).ShouldBe(1.797693134862273e+308, 1e295);
        Elementary.Exp(709.782712893385).ShouldBe(double.PositiveInfinity);
        Elementary.Exp(-745.1332191019411).ShouldBe(double.Epsilon);
        Elementary.Exp(-745.1332191019412).ShouldBe(0.0);
        Elementary.Exp(double.Epsilon).ShouldBe(1.0);
    }

    [Fact]
    public void Log_keeps_its_limits()
    {
        Elementary.Log(0.0).ShouldBe(double.NegativeInfinity);
        Elementary.Log(-0.0).ShouldBe(double.NegativeInfinity);
        Elementary.Log(-1.0).ShouldBe(double.NaN);
        Elementary.Log(double.NaN).ShouldBe(double.NaN);
        Elementary.Log(double.NegativeInfinity).ShouldBe(double.NaN);
        Elementary.Log(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        Elementary.Log(1.0).ShouldBe(0.0);
        Elementary.Log(double.Epsilon).ShouldBe(-744.4400719213812, 2e-13);
        Elementary.Log(double.MaxValue).ShouldBe(709.782712893384, 2e-13);
    }

    [Fact]
    public void Pow_treats_special_values_as_the_standard_does()
    {
        double[] values =
        [
            0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, 2.5, -2.5, 1e-320, -1e-320, 1e300, -1e300,
            9007199254740993.0, double.MaxValue, double.Epsilon,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        foreach (var x in values)
        {
            foreach (var y in values)
            {
                var expected = Math.Pow(x, y);
                var actual = Elementary.Pow(x, y);
                if (double.IsNaN(expected))
                {
                    actual.ShouldBe(double.NaN, $"{x:R}^{y:R}");
                }
                else
                {
                    // Infinities and zeros of either sign are neighbours of nothing but themselves.
                    Ulps.Between(actual, expected).ShouldBeLessThanOrEqualTo(
                        double.IsFinite(expected) && expected != 0.0 ? 1 : 0, $"{x:R}^{y:R}");
                }
            }
        }
    }

    [Fact]
    public void Logistic_is_symmetric_and_does_not_overflow()
    {
        Elementary.Logistic(0.0).ShouldBe(0.5);
        Elementary.Logistic(1000.0).ShouldBe(1.0);
        Elementary.Logistic(-1000.0).ShouldBe(0.0);
        Elementary.Logistic(-700.0).ShouldBe(9.85967654375977e-305, 1e-318);
        foreach (var x in Ulps.Inputs(-40, 40, 1_000))
        {
            (Elementary.Logistic(x) + Elementary.Logistic(-x)).ShouldBe(1.0, 1e-15);
        }
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 2)]
    [InlineData(-0.5, 0)]
    [InlineData(-1.5, -2)]
    [InlineData(364.49999, 364)]
    public void Days_are_rounded_half_to_even(double value, int days) => Elementary.RoundHalfEven(value).ShouldBe(days);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(3e9)]
    [InlineData(-3e9)]
    public void What_is_no_number_of_days_is_refused(double value) =>
        Should.Throw<OverflowException>(() => Elementary.RoundHalfEven(value));
}
