using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Network;

/// <summary>Checks a property on 300 cases that are the same in every run.</summary>
internal static class Property
{
    public static void Holds<T>(Arbitrary<T> cases, Func<T, bool> property) =>
        Prop.ForAll(cases, property).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_151_105UL, 2_016_060_3UL));
}
