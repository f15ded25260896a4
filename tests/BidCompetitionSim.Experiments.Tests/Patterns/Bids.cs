using System.Numerics;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Tests.Patterns;

/// <summary>What one sponsor offered in one run, by segment, first attempts only; not a number where it made no bid.</summary>
internal sealed class Bids
{
    public Bids(Kernel kernel, int sponsor)
    {
        var segments = kernel.Compiled.Segments.Length;
        (Concession, Grant, Margin, Price) = (new double[segments], new double[segments], new double[segments], new double[segments]);
        for (var s = 0; s < segments; s++)
        {
            var bids = kernel.Record.Attempts[s] > 0 && (kernel.Files.Received(s, 1) >> sponsor & 1) != 0;
            var bid = bids ? kernel.Files.Bids(s, 1)[sponsor] : default;
            Concession[s] = bids ? bid.Concession : double.NaN;
            Grant[s] = bids ? GrantUsdBn(kernel.Compiled, s, bid) / bid.PriceUsdBn : double.NaN;
            Margin[s] = bids ? bid.PriceUsdBn / bid.BidCostUsdBn - 1 : double.NaN;
            Price[s] = bids ? bid.PriceUsdBn / kernel.Compiled.Segments[s].CostUsdBn : double.NaN;
        }
    }

    public double[] Concession { get; }

    /// <summary>Grant in the loan, as a share of price.</summary>
    public double[] Grant { get; }

    /// <summary>Over the bidder's own bid cost.</summary>
    public double[] Margin { get; }

    /// <summary>Over reference cost.</summary>
    public double[] Price { get; }

    /// <summary>Of each run of one batch, the mean over segments of the difference to the same run of another; where both bid.</summary>
    public static double[] Differences(Bids[] first, Bids[] second, Func<Bids, double[]> of) =>
        [.. first.Zip(second, (a, b) => Mean(of(a).Zip(of(b), static (x, y) => x - y)))];

    /// <summary>Sponsors that bid in the first attempt at a segment.</summary>
    public static int Count(Kernel kernel, int segment) => kernel.Record.Attempts[segment] == 0 ? 0 : BitOperations.PopCount(kernel.Files.Received(segment, 1));

    /// <summary>Mean of what is a number; not a number if nothing is.</summary>
    public static double Mean(IEnumerable<double> values)
    {
        var known = values.Where(static value => !double.IsNaN(value)).ToArray();
        return known.Length == 0 ? double.NaN : known.Average();
    }

    private static double GrantUsdBn(Compiled compiled, int segment, in Bid bid) =>
        Grant1(compiled, segment, bid.FirstWindow, bid.FirstFaceUsdBn) + Grant1(compiled, segment, bid.SecondWindow, bid.SecondFaceUsdBn);

    private static double Grant1(Compiled compiled, int segment, int window, double faceUsdBn) =>
        window >= 0 && compiled.Lends(window, segment, compiled.Segments[segment].TenderDay, out var figures) ? faceUsdBn * figures.GrantElement : 0;
}
