namespace BidCompetitionSim.Model.Finance;

/// <summary>A tranche of an offered loan.</summary>
/// <param name="Window">Index of the window in the sponsor's own order; −1 where there is none.</param>
/// <param name="FaceUsdBn">Face value, USD bn.</param>
public readonly record struct Tranche(int Window, double FaceUsdBn)
{
    /// <summary>No tranche.</summary>
    public static readonly Tranche None = new(-1, 0);
}

/// <summary>The loan of an offer, its tranches already cut to their windows' room.</summary>
/// <param name="Harder">Tranche in the less concessional window.</param>
/// <param name="Softer">Tranche in the next more concessional window, or none.</param>
public readonly record struct OfferedLoan(Tranche Harder, Tranche Softer)
{
    /// <summary>Face of both tranches, USD bn.</summary>
    public double FaceUsdBn => Harder.FaceUsdBn + Softer.FaceUsdBn;
}

/// <summary>A point on the ladder: two neighbouring windows and how they are mixed.</summary>
/// <param name="HarderWindow">Index of the less concessional window; −1 for a cash offer.</param>
/// <param name="SofterWindow">Index of the more concessional window; −1 where only one is open.</param>
/// <param name="SofterWeight">Weight f of the more concessional window, in [0, 1].</param>
/// <param name="ShareFinanced">Blended share φ of the price that is lent, before any cut.</param>
public readonly record struct Blend(int HarderWindow, int SofterWindow, double SofterWeight, double ShareFinanced)
{
    /// <summary>Whether the harder window lends anything.</summary>
    public bool UsesHarder => HarderWindow >= 0 && SofterWeight < 1;

    /// <summary>Whether the softer window lends anything.</summary>
    public bool UsesSofter => SofterWindow >= 0 && SofterWeight > 0;
}

/// <summary>
/// The windows a sponsor may use for one offer, ordered from the hardest to the softest, and the loan at each
/// concession x ∈ [0, 1] (docs/model.md §4.2). A view over the caller's arrays: building and reading it allocate nothing.
/// </summary>
public readonly struct ConcessionLadder
{
    private readonly WindowFigures[] windows;
    private readonly int[] rungs;

    private ConcessionLadder(WindowFigures[] windows, int[] rungs, int count)
    {
        this.windows = windows;
        this.rungs = rungs;
        Count = count;
    }

    /// <summary>Windows with room.</summary>
    public int Count { get; }

    /// <summary>Orders the windows that have room by grant element; equal ones keep the sponsor's order.</summary>
    /// <param name="windows">The sponsor's windows; kept, not copied.</param>
    /// <param name="rooms">What each can still lend, in the same order; closed where not eligible.</param>
    /// <param name="rungs">The ladder's own storage, at least as long as the windows; overwritten and kept.</param>
    /// <exception cref="ArgumentException">The three differ in length.</exception>
    public static ConcessionLadder Build(WindowFigures[] windows, ReadOnlySpan<WindowRoom> rooms, int[] rungs)
    {
        if (rooms.Length != windows.Length || rungs.Length < windows.Length)
        {
            throw new ArgumentException("A ladder needs one room and one rung for every window.", nameof(rooms));
        }

        var count = 0;
        for (var window = 0; window < windows.Length; window++)
        {
            if (rooms[window].IsOpen)
            {
                Insert(windows, rungs, count++, window);
            }
        }

        return new ConcessionLadder(windows, rungs, count);
    }

    /// <summary>The two windows and their mix at a concession.</summary>
    /// <param name="concession">x ∈ [0, 1]: 0 the hardest window, 1 the softest.</param>
    public Blend At(double concession)
    {
        if (Count == 0)
        {
            return new Blend(-1, -1, 0, 0);
        }

        if (Count == 1)
        {
            return new Blend(rungs[0], -1, 0, windows[rungs[0]].ShareFinanced);
        }

        var height = concession * (Count - 1);
        var rung = Math.Min((int)height, Count - 2);
        var softer = height - rung;
        var share = (1 - softer) * windows[rungs[rung]].ShareFinanced + softer * windows[rungs[rung + 1]].ShareFinanced;
        return new Blend(rungs[rung], rungs[rung + 1], softer, share);
    }

    /// <summary>The loan offered on a price: each tranche cut to its window's room, the rest left to the host in cash.</summary>
    /// <param name="blend">A point of this ladder.</param>
    /// <param name="priceUsdBn">Price, USD bn.</param>
    /// <param name="rooms">What each window can still lend.</param>
    public static OfferedLoan Offer(in Blend blend, double priceUsdBn, ReadOnlySpan<WindowRoom> rooms)
    {
        var faceUsdBn = blend.ShareFinanced * priceUsdBn;
        return new OfferedLoan(
            blend.UsesHarder ? Cut(blend.HarderWindow, (1 - blend.SofterWeight) * faceUsdBn, rooms) : Tranche.None,
            blend.UsesSofter ? Cut(blend.SofterWindow, blend.SofterWeight * faceUsdBn, rooms) : Tranche.None);
    }

    /// <summary>Gift in the loan, USD bn: face-weighted grant element × face, after any cut; φ·GE is this over the price.</summary>
    /// <param name="loan">A loan offered from this ladder.</param>
    public double GrantUsdBn(in OfferedLoan loan) =>
        GrantUsdBn(loan.Harder) + GrantUsdBn(loan.Softer);

    /// <summary>Cost of the loan to its lenders, USD bn, signed (S of docs/model.md §4.3).</summary>
    /// <param name="loan">A loan offered from this ladder.</param>
    public double SubsidyUsdBn(in OfferedLoan loan) =>
        SubsidyUsdBn(loan.Harder) + SubsidyUsdBn(loan.Softer);

    /// <summary>Whether every window the blend uses may waive the guarantee; false for cash, which has none to waive.</summary>
    /// <param name="blend">A point of this ladder.</param>
    public bool CanWaiveGuarantee(in Blend blend) => blend.HarderWindow >= 0
        && (!blend.UsesHarder || windows[blend.HarderWindow].GuaranteeWaivable)
        && (!blend.UsesSofter || windows[blend.SofterWindow].GuaranteeWaivable);

    /// <summary>A tranche as it will be served; the default, serving nothing, for none.</summary>
    /// <param name="tranche">A tranche of a loan offered from this ladder.</param>
    public LentTranche AsLent(in Tranche tranche) => tranche.Window < 0
        ? default
        : new LentTranche(tranche.FaceUsdBn, windows[tranche.Window].Terms, windows[tranche.Window].InflationPerYear);

    private static void Insert(WindowFigures[] windows, int[] rungs, int count, int window)
    {
        var rung = count;
        for (; rung > 0 && windows[rungs[rung - 1]].GrantElement > windows[window].GrantElement; rung--)
        {
            rungs[rung] = rungs[rung - 1];
        }

        rungs[rung] = window;
    }

    private static Tranche Cut(int window, double faceUsdBn, ReadOnlySpan<WindowRoom> rooms) =>
        new(window, WindowRoom.CutToRoom(faceUsdBn, rooms[window].EnvelopeUsdBn, rooms[window].CapUsdBn));

    private double GrantUsdBn(in Tranche tranche) =>
        tranche.Window < 0 ? 0 : tranche.FaceUsdBn * windows[tranche.Window].GrantElement;

    private double SubsidyUsdBn(in Tranche tranche) =>
        tranche.Window < 0 ? 0 : tranche.FaceUsdBn * windows[tranche.Window].SubsidyPerFace;
}
