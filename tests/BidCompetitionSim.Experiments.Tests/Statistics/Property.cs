using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace BidCompetitionSim.Experiments.Tests.Statistics;

/// <summary>Property checks that try the same cases in every run.</summary>
internal static class Property
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure
        .WithMaxTest(200)
        .WithQuietOnSuccess(true)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(19791, 3), FSharpOption<int>.None)));

    public static void ForAll<T>(Gen<T> values, Action<T> holds) => Check.One(Fixed, Prop.ForAll(values.ToArbitrary(), holds));
}
