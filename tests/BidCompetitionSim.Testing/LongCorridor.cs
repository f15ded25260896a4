using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Testing;

/// <summary>A joint letting along a corridor with branches: three sponsors and nobody for each lot, two packages, and windows too small for
/// what the sponsors would win without them.</summary>
public static class LongCorridor
{
    /// <summary>Fills it with numbers that are the same every time.</summary>
    /// <param name="lots">How many lots.</param>
    /// <param name="entries">Entries of its tables.</param>
    public static WinnerDetermination Filled(int lots, out int entries)
    {
        const int Alternatives = 4;
        var random = new Random(60);
        // Each lot meets the next; every fifth meets the one after next too, as where a branch leaves.
        LotPair[] pairs = [.. from lot in Enumerable.Range(0, lots) from step in lot % 5 == 0 ? new[] { 1, 2 } : [1] where lot + step < lots select new LotPair(lot, lot + step)];
        var plan = new EliminationPlan(lots, Alternatives, pairs);
        entries = plan.TableEntries;
        PackageOffer[] packages = [new([.. Enumerable.Range(0, lots / 6)], [0.8, 0.8, 0.8, 0]), new([.. Enumerable.Range(lots / 2, lots / 6)], [0.6, 0.6, 0.6, 0])];
        var letting = new WinnerDetermination(plan, packages, 3);
        letting.Clear();
        for (var w = 0; w < 3; w++) letting.RoomsUsdBn[w] = lots * 0.5 * (0.8 + 0.4 * random.NextDouble());
        for (var lot = 0; lot < lots; lot++)
        {
            letting.Offer(lot, 3, 0);
            for (var a = 0; a < 3; a++)
            {
                letting.Offer(lot, a, 2 * random.NextDouble());
                letting.Lend(lot, a, 0, a, 3 * random.NextDouble());
            }
        }
        for (var pair = 0; pair < pairs.Length; pair++)
            for (var a = 0; a < 3; a++)
                for (var b = 0; b < 3; b++) letting.Together(pair)[a * Alternatives + b] = a == b ? 0 : -0.6 * random.NextDouble();
        return letting;
    }
}
