using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace BidCompetitionSim.Model.Tests.Simulation;

/// <summary>Property checks that try the same cases in every run.</summary>
internal static class Replayable
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure
        .WithMaxTest(300)
        .WithQuietOnSuccess(true)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20150916, 17), FSharpOption<int>.None)));

    public static void ForAll<T>(Func<T, bool> holds) => Check.One(Fixed, Prop.ForAll<T>(holds));

    public static void ForAll<T>(Gen<T> values, Func<T, bool> holds) =>
        Check.One(Fixed, Prop.ForAll(values.ToArbitrary(), holds));
}
