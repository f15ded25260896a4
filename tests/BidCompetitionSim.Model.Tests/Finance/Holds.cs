using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

/// <summary>Property checks that draw the same cases on every run.</summary>
internal static class Holds
{
    internal static void ForAll<T>(Gen<T> cases, Func<T, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20201115UL, 7UL),
        Prop.ForAll(cases.ToArbitrary(), property));

    internal static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(step => low + (high - low) * step / 1_000_000);
}
