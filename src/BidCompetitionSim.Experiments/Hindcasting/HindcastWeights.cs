using System.Diagnostics.CodeAnalysis;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Hindcasting;

/// <summary>Weights to replay choices with: those of the states in a frame, and what no scenario has a field for.</summary>
/// <param name="From">Whose they are: shipped, the name of a file, or fitted.</param>
/// <param name="Frame">The data, the states' weights among them.</param>
/// <param name="China">What speaks for China and is in no other term, in units of taste.</param>
/// <param name="Other">What speaks for others; null to count how often they won, in all cases but the one predicted.</param>
/// <param name="Tilt">What is known of sectors.</param>
public sealed record HindcastWeights(string From, HindcastFrame Frame, double China, double? Other, SectorTilt Tilt)
{
    /// <summary>What the shipped weights are called.</summary>
    public const string ShippedName = "shipped", FittedName = "fitted";

    /// <summary>The model's start values.</summary>
    public static HindcastWeights Shipped() => Start(HindcastFrame.Shipped());

    /// <summary>The model's start values, with some of its data set to other values (<see cref="LoadOptions.Set"/>).</summary>
    public static LoadedWeights Shipped(IReadOnlyList<string> set)
    {
        var loaded = HindcastFrame.Load(set);
        return loaded.Ok ? new LoadedWeights(Start(HindcastFrame.Of(loaded)), []) : new LoadedWeights(null, loaded.Problems);
    }

    /// <summary>Weights of a host, in units of taste; what is counted in other cases stands in where nothing is said of others.</summary>
    internal double[] Of(string host, double counted = 0) => ChoiceWeights.Of(Frame.StateOf(host).Weights, China, Other ?? counted);

    private static HindcastWeights Start(HindcastFrame frame) => new(ShippedName, frame, 0, null, SectorTilt.None);
}

/// <summary>What came of reading weights: the weights, or everything that is wrong with their file.</summary>
/// <param name="Weights">The weights; null if there are problems.</param>
/// <param name="Problems">Everything wrong, by line.</param>
public sealed record LoadedWeights(HindcastWeights? Weights, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether they could be read.</summary>
    [MemberNotNullWhen(true, nameof(Weights))]
    public bool Ok => Weights is not null;
}
