namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// Who is chosen for which lot when several are let at once: the choice that maximises what all alternatives are worth by themselves, beside their
/// neighbours, and as a package, without lending more from a window than it has (docs/model.md §4.6). Exact: by variable elimination, by cases
/// over packages, and by branch and bound over the windows. Filled, then solved; reused without allocating.
/// </summary>
/// <remarks>
/// At most one package counts, whoever wins it (exclusive-or). Bounds price the windows' money (Lagrange multipliers by subgradient steps, Fisher
/// 1981): an elimination with prices is never below the best choice that the windows allow. Ties go to what is found first in a fixed order of search.
/// </remarks>
public sealed class WinnerDetermination
{
    /// <summary>Most packages that may be listed.</summary>
    public const int MostPackages = 8;

    /// <summary>Nodes of branch and bound after which a letting is refused.</summary>
    public const int MostNodes = 100_000;

    private const int NoWindow = -1;
    private const int NoPackage = -1;
    private const int FirstPricings = 40;
    private const int LaterPricings = 6;
    private const double Rounding = 1e-9; // USD bn

    private readonly EliminationPlan plan;
    private readonly Elimination elimination;
    private readonly PackageOffer[] packages;
    private readonly double[] alone; // [lot, alternative]
    private readonly double[] weighed;
    private readonly double[] faces; // [lot, alternative, tranche], as offered
    private readonly double[] taken; // likewise, with the discount of the package that counts and cut to room
    private readonly int[] windows; // likewise
    private readonly double[] rooms;
    private readonly double[] prices;
    private readonly double[] used;
    private readonly ulong[] allowed;
    private readonly int[] tried;
    private readonly int[] before;
    private readonly int[] wavers;
    private readonly int[] best;
    private double highest;
    private double bonus;
    private int counted;

    /// <summary>A solver for one set of lots.</summary>
    /// <param name="plan">How the lots are eliminated; at most 64 alternatives each.</param>
    /// <param name="packages">Lots that are worth more to one alternative together, at most <see cref="MostPackages"/> sets of them.</param>
    /// <param name="windowCount">How many windows lend.</param>
    public WinnerDetermination(EliminationPlan plan, ReadOnlySpan<PackageOffer> packages, int windowCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plan.Alternatives, 64, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(packages.Length, MostPackages, nameof(packages));
        (this.plan, this.packages) = (plan, packages.ToArray());
        elimination = new Elimination(plan);
        alone = new double[plan.Lots * plan.Alternatives];
        weighed = new double[alone.Length];
        (faces, taken) = (new double[alone.Length * 2], new double[alone.Length * 2]);
        windows = new int[faces.Length];
        rooms = new double[windowCount];
        (prices, used) = (new double[windowCount], new double[windowCount]);
        allowed = new ulong[plan.Lots];
        (tried, before) = (new int[plan.Lots], new int[plan.Lots]);
        (best, wavers) = (new int[plan.Lots], new int[plan.Lots]);
    }

    /// <summary>Nodes of branch and bound that the last solution took.</summary>
    public int Nodes { get; private set; }

    /// <summary>Eliminations that the last solution took.</summary>
    public int Eliminations { get; private set; }

    /// <summary>Index of the package that counts in the last solution, -1 if none does.</summary>
    public int Package { get; private set; }

    /// <summary>Room of each window, USD bn; to be filled.</summary>
    public Span<double> RoomsUsdBn => rooms;

    /// <summary>Forgets what was filled: no alternative is available, none lends, nothing is worth more together.</summary>
    public void Clear()
    {
        Array.Fill(alone, double.NegativeInfinity);
        Array.Clear(faces);
        Array.Fill(windows, NoWindow);
        for (var pair = 0; pair < plan.Pairs.Length; pair++) elimination.Together(pair).Clear();
    }

    /// <summary>Makes an alternative of a lot available.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="alternative">The alternative.</param>
    /// <param name="worth">What it is worth by itself, finite.</param>
    public void Offer(int lot, int alternative, double worth) => alone[lot * plan.Alternatives + alternative] = worth;

    /// <summary>Tells what an alternative of a lot would take from a window, which lends as much of it as it has.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="alternative">The alternative.</param>
    /// <param name="tranche">0 or 1.</param>
    /// <param name="window">The window, -1 for none.</param>
    /// <param name="faceUsdBn">Its face, USD bn, at least 0.</param>
    public void Lend(int lot, int alternative, int tranche, int window, double faceUsdBn)
    {
        var place = (lot * plan.Alternatives + alternative) * 2 + tranche;
        (windows[place], faces[place]) = (window, window < 0 ? 0 : faceUsdBn);
    }

    /// <summary>What the alternatives of a pair are worth together, [alternative of its first lot, alternative of its second]; to be filled, finite.</summary>
    public Span<double> Together(int pair) => elimination.Together(pair);

    /// <summary>Chooses.</summary>
    /// <param name="chosen">Receives the alternative chosen, by lot.</param>
    /// <returns>What the choice is worth; −∞ if some lot has no alternative or the windows allow no choice.</returns>
    /// <exception cref="InvalidOperationException">The search took more than <see cref="MostNodes"/> nodes.</exception>
    public double Solve(Span<int> chosen)
    {
        (highest, Nodes, Eliminations, Package) = (double.NegativeInfinity, 0, 0, NoPackage);
        Array.Clear(best);
        Allow();
        Try(NoPackage, 0);
        for (var p = 0; p < packages.Length; p++)
            for (var a = 0; a < plan.Alternatives; a++)
            {
                Allow();
                if (packages[p].Worth[a] > 0 && AllowOnly(packages[p].Lots, a)) Try(p, packages[p].Worth[a]);
            }
        best.CopyTo(chosen);
        return highest;
    }

    private void Allow()
    {
        for (var lot = 0; lot < plan.Lots; lot++)
        {
            allowed[lot] = 0;
            for (var a = 0; a < plan.Alternatives; a++)
                if (alone[lot * plan.Alternatives + a] > double.NegativeInfinity) allowed[lot] |= 1UL << a;
        }
    }

    private bool AllowOnly(int[] lots, int alternative)
    {
        foreach (var lot in lots)
            if ((allowed[lot] &= 1UL << alternative) == 0) return false;
        return true;
    }

    private void Try(int package, double worth)
    {
        (counted, bonus) = (package, worth);
        Array.Clear(prices);
        TakeLoans();
        Branch(FirstPricings);
    }

    // What is taken off the price of a package is taken off its loans.
    private void TakeLoans()
    {
        for (var t = 0; t < faces.Length; t++)
        {
            var isCounted = counted != NoPackage && Array.IndexOf(packages[counted].Lots, t / (2 * plan.Alternatives)) >= 0;
            var face = isCounted ? faces[t] * (1 - packages[counted].Discount) : faces[t];
            taken[t] = windows[t] < 0 ? 0 : Math.Min(face, rooms[windows[t]]);
        }
    }

    // One node: the best choice ignoring windows; if they don't allow it, the bound that prices give; if that leaves hope, both sides of one choice.
    private void Branch(int pricings)
    {
        if (++Nodes > MostNodes) throw new InvalidOperationException($"A joint letting of {plan.Lots} lots takes more than {MostNodes} nodes to be solved within its windows.");
        var free = Free();
        if (!(free > highest)) return;
        if (Fits())
        {
            Keep();
            return;
        }
        if (!IsHopeful(free, pricings) || !TryContend(out var lot, out var alternative)) return;
        var all = allowed[lot];
        allowed[lot] = 1UL << alternative;
        Branch(LaterPricings);
        allowed[lot] = all & ~(1UL << alternative);
        Branch(LaterPricings);
        allowed[lot] = all;
    }

    private double Free()
    {
        Weigh(priced: false);
        return Maximise();
    }

    private double Maximise()
    {
        Eliminations++;
        return elimination.Maximise(weighed, tried) + bonus;
    }

    // Subgradient steps of Polyak's length: windows that the priced choice overdraws get dearer, those it leaves money in cheaper.
    private bool IsHopeful(double lowest, int pricings)
    {
        var scale = 1.0;
        Array.Clear(wavers);
        for (var n = 0; n < pricings; n++)
        {
            tried.CopyTo(before, 0);
            Weigh(priced: true);
            var bound = Maximise();
            for (var lot = 0; lot < plan.Lots; lot++)
                if (tried[lot] != before[lot]) wavers[lot]++;
            for (var w = 0; w < rooms.Length; w++) bound += prices[w] * rooms[w];
            // Rounding in the last bits must not cut the best choice off.
            if (!(bound + 1e-12 * Math.Abs(bound) > highest)) return false;
            if (Fits()) Keep();
            if (bound < lowest) lowest = bound;
            else scale *= 0.7;
            double squares = 0;
            for (var w = 0; w < rooms.Length; w++)
                if (IsMoved(w)) squares += (used[w] - rooms[w]) * (used[w] - rooms[w]);
            if (squares == 0) return true;
            var target = double.IsNegativeInfinity(highest) ? lowest - 1 : highest;
            var length = scale * (bound - target) / squares;
            for (var w = 0; w < rooms.Length; w++)
                if (IsMoved(w)) prices[w] = Math.Max(0, prices[w] + length * (used[w] - rooms[w]));
        }
        return true;
    }

    private bool IsMoved(int window) => prices[window] > 0 || used[window] > rooms[window];

    private void Weigh(bool priced)
    {
        for (var lot = 0; lot < plan.Lots; lot++)
            for (var a = 0; a < plan.Alternatives; a++)
            {
                var place = lot * plan.Alternatives + a;
                weighed[place] = (allowed[lot] >> a & 1) == 0 ? double.NegativeInfinity : alone[place];
                if (!priced) continue;
                for (var t = 2 * place; t < 2 * place + 2; t++)
                    if (windows[t] >= 0) weighed[place] -= prices[windows[t]] * taken[t];
            }
    }

    private bool Fits()
    {
        Array.Clear(used);
        for (var lot = 0; lot < plan.Lots; lot++)
        {
            var first = (lot * plan.Alternatives + tried[lot]) * 2;
            for (var t = first; t < first + 2; t++)
                if (windows[t] >= 0) used[windows[t]] += taken[t];
        }
        for (var w = 0; w < rooms.Length; w++)
            if (used[w] > rooms[w] + Rounding) return false;
        return true;
    }

    private double WorthOfTried()
    {
        var worth = bonus;
        for (var lot = 0; lot < plan.Lots; lot++) worth += alone[lot * plan.Alternatives + tried[lot]];
        for (var pair = 0; pair < plan.Pairs.Length; pair++)
            worth += elimination.Together(pair)[tried[plan.Pairs[pair].First] * plan.Alternatives + tried[plan.Pairs[pair].Second]];
        return worth;
    }

    private void Keep()
    {
        var worth = WorthOfTried();
        if (!(worth > highest)) return;
        (highest, Package) = (worth, counted);
        tried.CopyTo(best, 0);
    }

    // The lot that prices moved most often is the one they cannot settle. Where they moved none: the largest loan from the window most overdrawn; and
    // if all of those are fixed, what is fixed already overdraws it.
    private bool TryContend(out int contended, out int alternative)
    {
        contended = 0;
        for (var lot = 1; lot < plan.Lots; lot++)
            if (wavers[lot] > wavers[contended]) contended = lot;
        if (wavers[contended] == 0) contended = LargestLoan();
        alternative = contended < 0 ? 0 : tried[contended];
        return contended >= 0;
    }

    private int LargestLoan()
    {
        Free();
        Fits();
        var window = 0;
        for (var w = 1; w < rooms.Length; w++)
            if (used[w] - rooms[w] > used[window] - rooms[window]) window = w;
        var (contended, largest) = (-1, 0.0);
        for (var lot = 0; lot < plan.Lots; lot++)
        {
            var first = (lot * plan.Alternatives + tried[lot]) * 2;
            double face = 0;
            for (var t = first; t < first + 2; t++)
                if (windows[t] == window) face += taken[t];
            if (!(face > largest) || (allowed[lot] & (allowed[lot] - 1)) == 0) continue;
            (contended, largest) = (lot, face);
        }
        return contended;
    }
}

/// <summary>Lots that are worth more when one alternative has them all.</summary>
/// <param name="Lots">The lots.</param>
/// <param name="Worth">By alternative: what it is worth more, 0 for nothing; in the unit of what alternatives are worth.</param>
/// <param name="Discount">Share taken off its loans, in [0, 1).</param>
public sealed record PackageOffer(int[] Lots, double[] Worth, double Discount = 0);
