using BidCompetitionSim.Experiments.Measuring;
using BidCompetitionSim.Experiments.Results;
using BidCompetitionSim.Experiments.Runs;

namespace BidCompetitionSim.Reports.Experiments;

/// <summary>Numbers as reports write them: no digit beyond what an interval supports, no sign on a zero, a dash where there is none.</summary>
internal static class Shown
{
    private const string None = "-";
    private const int MostDecimals = 9;

    /// <summary>A number to three significant digits.</summary>
    public static string Number(double? value) => value is { } number ? Figure.Of(number, Format(DecimalsOf(number, 3))) : None;

    /// <summary>The same with its sign.</summary>
    public static string Signed(double? value) => value is { } number ? Signed(number, DecimalsOf(number, 3)) : None;

    /// <summary>A mean with the half-width of its interval, both to the half-width's second digit.</summary>
    public static string MeanOf(MeasureSummary measure)
    {
        if (measure.Mean is not { } mean) return None;
        if (measure.Ci95 is not { } interval) return Number(mean);
        var half = (interval.High - interval.Low) / 2;
        var decimals = DecimalsOf(half > 0 ? half : mean, half > 0 ? 2 : 3);
        return $"{Figure.Of(mean, Format(decimals))} ± {Figure.Of(half, Format(decimals))}";
    }

    /// <summary>A mean difference.</summary>
    public static string Difference(double? mean, Interval? interval) => mean is { } number ? Signed(number, DecimalsOf(number, interval)) : None;

    /// <summary>An interval of a difference, <c>[+1.53, +1.71]</c>.</summary>
    public static string Between(double? mean, Interval? interval) => Ends(mean, interval) is var (low, high) ? $"[{low}, {high}]" : None;

    /// <summary>A mean difference with its interval, <c>+1.62 [+1.53, +1.71]</c>.</summary>
    public static string DifferenceBetween(double? mean, Interval? interval) =>
        interval is null || interval.High == interval.Low ? Difference(mean, interval) : $"{Difference(mean, interval)} {Between(mean, interval)}";

    /// <summary>The same in a sentence, <c>+1.53 to +1.71</c>.</summary>
    public static string FromTo(double? mean, Interval? interval) => Ends(mean, interval) is var (low, high) ? $"{low} to {high}" : "unknown";

    /// <summary>A size without its sign, as precise as its interval allows.</summary>
    public static string Size(double mean, Interval? interval) => Figure.Of(Math.Abs(mean), Format(DecimalsOf(mean, interval)));

    /// <summary>A probability of chance, <c>0.032</c> or <c>&lt; 0.001</c>.</summary>
    public static string P(double? value) => value switch
    {
        null => None,
        < 0.001 => "< 0.001",
        // Rounding must not carry a value over the line that decides.
        < 0.05 and >= 0.0495 and var below => (Math.Floor(below * 10_000) / 10_000).ToString("0.0000"),
        > 0.05 and < 0.0505 and var above => (Math.Ceiling(above * 10_000) / 10_000).ToString("0.0000"),
        { } p => p.ToString("0.###"),
    };

    /// <summary>A share in per cent; all and nothing only where it is all or nothing.</summary>
    public static string Percent(double? share) => share switch
    {
        null => None,
        0 => "0 %",
        1 => "100 %",
        < 0.001 => "< 0.1 %",
        > 0.999 => "> 99.9 %",
        < 0.01 or > 0.99 => $"{share * 100:0.0} %",
        _ => $"{share * 100:0} %",
    };

    /// <summary>A share with the half-width of its interval, in per cent; with the interval's ends where it is not even about the share.</summary>
    public static string Percent(ShareSummary share)
    {
        var half = (share.Ci95.High - share.Ci95.Low) * 50;
        var format = Format(Math.Min(2, DecimalsOf(half, 1)));
        var (below, above) = (((share.Share - share.Ci95.Low) * 100).ToString(format), ((share.Ci95.High - share.Share) * 100).ToString(format));
        var told = (share.Share * 100).ToString(format);
        return below == above ? $"{told} ± {half.ToString(format)} %" : $"{told} % [{(share.Ci95.Low * 100).ToString(format)}, {(share.Ci95.High * 100).ToString(format)}]";
    }

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("#,0");

    /// <summary>A count with its noun.</summary>
    public static string Count(long count, string noun) => Figure.Count(count, noun);

    /// <summary>A unit behind a number, with the space before it; nothing for a pure number: a share, a ratio, a count.</summary>
    public static string Unit(Measure measure) => IsPure(measure) ? "" : $" {measure.Unit}";

    /// <summary>A label with its unit, as a heading.</summary>
    public static string Heading(Measure measure) => IsPure(measure) ? measure.Label : $"{measure.Label}, {measure.Unit}";

    /// <summary>A label inside of a sentence.</summary>
    public static string Inside(Measure measure)
    {
        var label = measure.Label;
        var capital = label.Length > 1 && char.IsUpper(label[0]) && !char.IsUpper(label[1]);
        return capital ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    private static bool IsPure(Measure measure) => measure.Unit is Measure.Ratio or Measure.Count or "";

    private static (string Low, string High)? Ends(double? mean, Interval? interval)
    {
        if (mean is not { } number || interval is null) return null;
        var decimals = DecimalsOf(number, interval);
        return (Signed(interval.Low, decimals), Signed(interval.High, decimals));
    }

    private static int DecimalsOf(double value, Interval? interval)
    {
        if (interval is null || !(interval.High > interval.Low)) return DecimalsOf(value, 3);
        var decimals = DecimalsOf((interval.High - interval.Low) / 2, 2);
        // An interval that leaves out 0 must be seen to.
        var nearest = Math.Min(Math.Abs(interval.Low), Math.Abs(interval.High));
        if (interval.Low > 0 || interval.High < 0)
            while (decimals < MostDecimals && Math.Round(nearest, decimals) == 0) decimals++;
        return decimals;
    }

    private static int DecimalsOf(double value, int digits) =>
        value == 0 || !double.IsFinite(value) ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, MostDecimals);

    private static string Signed(double value, int decimals)
    {
        var format = Format(decimals);
        return Figure.Of(value, $"+{format};-{format};{format}");
    }

    private static string Format(int decimals) => decimals == 0 ? "#,0" : $"#,0.{new string('0', decimals)}";
}
