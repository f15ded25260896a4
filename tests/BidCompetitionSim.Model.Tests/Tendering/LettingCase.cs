using BidCompetitionSim.Model.Tendering;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Tendering;

/// <summary>A small random letting: up to 8 lots, 2 to 4 alternatives of which the last takes no money, some lots joined, packages, and three windows.</summary>
internal sealed class LettingCase
{
    public const int Windows = 3;

    private readonly string name;
    private readonly int alternatives;
    private readonly LotPair[] pairs;
    private readonly PackageOffer[] packages;
    private readonly double[] alone;
    private readonly double[] together;
    private readonly int[] windows;
    private readonly double[] faces;
    private readonly double[] rooms;

    private LettingCase(int lots, int joined, int packageCount, int roomTenths, int seed)
    {
        name = $"{lots} lots, joined {joined:x}, {packageCount} packages, rooms {roomTenths}, seed {seed}";
        var random = new System.Random(seed);
        (Lots, alternatives) = (lots, lots > 6 ? 3 : random.Next(2, 5));
        pairs = [.. from a in Enumerable.Range(0, lots) from b in Enumerable.Range(0, lots) where a < b && (joined >> (a * 5 + b * 3) % 28 & 1) != 0 select new LotPair(a, b)];
        alone = Drawn(lots * alternatives, k => IsNobody(k) || random.Next(10) > 0 ? 4 * random.NextDouble() - 1 : double.NegativeInfinity);
        together = Drawn(pairs.Length * alternatives * alternatives, _ => -3 * random.NextDouble());
        windows = [.. Enumerable.Range(0, 2 * alone.Length).Select(k => IsNobody(k / 2) ? -1 : random.Next(-1, Windows))];
        faces = Drawn(windows.Length, k => windows[k] < 0 ? 0 : random.NextDouble());
        rooms = Drawn(Windows, _ => roomTenths / 10.0 * (0.5 + random.NextDouble()) * lots / 4);
        packages = [.. Enumerable.Range(0, packageCount).Select(_ => new PackageOffer(
            [.. Enumerable.Range(0, lots).Where(_ => random.Next(5) < 2).DefaultIfEmpty(0)], Drawn(alternatives, a => IsNobody(a) ? 0 : 2 * random.NextDouble()),
            random.Next(3) == 0 ? 0 : 0.4 * random.NextDouble()))];
    }

    public static Arbitrary<LettingCase> Any { get; } = Arb.From(
        from lots in Gen.Choose(1, 8)
        from joined in Gen.Choose(0, (1 << 28) - 1)
        from packages in Gen.Choose(0, 3)
        from room in Gen.Choose(1, 15)
        from seed in Gen.Choose(0, 1_000_000)
        select new LettingCase(lots, joined, packages, room, seed));

    public int Lots { get; }

    public WinnerDetermination Filled()
    {
        var letting = new WinnerDetermination(new EliminationPlan(Lots, alternatives, pairs), packages, Windows);
        letting.Clear();
        rooms.CopyTo(letting.RoomsUsdBn);
        for (var k = 0; k < alone.Length; k++)
        {
            if (alone[k] > double.NegativeInfinity) letting.Offer(k / alternatives, k % alternatives, alone[k]);
            for (var t = 0; t < 2; t++) letting.Lend(k / alternatives, k % alternatives, t, windows[2 * k + t], faces[2 * k + t]);
        }
        for (var pair = 0; pair < pairs.Length; pair++) TogetherIn(pair).CopyTo(letting.Together(pair));
        return letting;
    }

    /// <summary>What the best choice is worth, found by trying every one.</summary>
    public double BestByTrying()
    {
        var best = double.NegativeInfinity;
        var chosen = new int[Lots];
        do best = Math.Max(best, Worth(chosen));
        while (Next(chosen));
        return best;
    }

    /// <summary>What a choice is worth with the package that makes most of it, or with none; −∞ if the windows do not allow it.</summary>
    public double Worth(int[] chosen)
    {
        var best = Worth(chosen, null);
        foreach (var package in packages)
            if (Array.TrueForAll(package.Lots, lot => chosen[lot] == chosen[package.Lots[0]])) best = Math.Max(best, Worth(chosen, package));
        return best;
    }

    private double Worth(int[] chosen, PackageOffer? package)
    {
        Span<double> used = stackalloc double[Windows];
        used.Clear();
        var worth = package?.Worth[chosen[package.Lots[0]]] ?? 0;
        for (var lot = 0; lot < Lots; lot++)
        {
            var k = lot * alternatives + chosen[lot];
            worth += alone[k];
            var left = package is not null && package.Lots.Contains(lot) ? 1 - package.Discount : 1;
            for (var t = 2 * k; t < 2 * k + 2; t++)
                if (windows[t] >= 0) used[windows[t]] += Math.Min(faces[t] * left, rooms[windows[t]]);
        }
        for (var p = 0; p < pairs.Length; p++) worth += TogetherIn(p)[chosen[pairs[p].First] * alternatives + chosen[pairs[p].Second]];
        for (var w = 0; w < Windows; w++)
            if (used[w] > rooms[w] + 1e-9) return double.NegativeInfinity;
        return worth;
    }

    public override string ToString() => name;

    private ReadOnlySpan<double> TogetherIn(int pair) => together.AsSpan(pair * alternatives * alternatives, alternatives * alternatives);

    private bool IsNobody(int place) => place % alternatives == alternatives - 1;

    private bool Next(int[] chosen)
    {
        for (var lot = 0; lot < Lots; lot++)
        {
            if (++chosen[lot] < alternatives) return true;
            chosen[lot] = 0;
        }
        return false;
    }

    private static double[] Drawn(int count, Func<int, double> draw) => [.. Enumerable.Range(0, count).Select(draw)];
}
