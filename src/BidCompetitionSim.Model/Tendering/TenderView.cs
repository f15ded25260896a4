using System.Numerics;
using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>
/// One tender as everybody can see it: reference cost, terms of the windows, the host's weights and stress, ties, what each standard does to
/// the plan. Derived from the record alone; behaviours reason over it. Scratch of its owner, refilled for each tender.
/// </summary>
public sealed class TenderView
{
    private readonly Outlook outlook;
    private readonly WindowFigures[] figures; // of all terms of all windows; then by window, where its terms are not those of the scenario here
    private readonly ulong[] serving; // by segment: windows that may lend for it
    private readonly Judged[] judged;
    private readonly double[] laxities;
    private readonly ulong sharedWindows;
    private readonly ulong[] windowsOfSponsor;
    private readonly SponsorLadder[] ladders;
    private readonly SponsorLadder[] lenderLadders;
    private readonly ReferenceOffers references;
    private ContractingStates hosts = null!;
    private double stress;
    private int version;
    private TermsInForce terms = null!;
    private ulong lends;
    private ulong altered;

    /// <summary>A view to be pointed at a tender.</summary>
    public TenderView(Compiled compiled)
    {
        Compiled = compiled;
        outlook = new Outlook(compiled);
        figures = [.. compiled.Terms.Figures, .. new WindowFigures[compiled.Windows.Length]];
        serving = Array.ConvertAll(compiled.Segments, segment => TermCalendar.MaskOf(Enumerable.Range(0, compiled.Windows.Length)
            .Where(w => compiled.Windows[w].Serves(segment.Hosts.Mask, segment.System))));
        judged = new Judged[compiled.Sponsors];
        laxities = Array.ConvertAll(compiled.Scenario.Sponsors, sponsor => sponsor.Laxity);
        sharedWindows = TermCalendar.MaskOf(compiled.SharedWindows);
        windowsOfSponsor = Array.ConvertAll(compiled.WindowsOfSponsor, TermCalendar.MaskOf);
        ladders = Array.ConvertAll(compiled.WindowsOfSponsor, windows => new SponsorLadder(windows));
        lenderLadders = compiled.SharedWindows.Length == 0 ? ladders : Array.ConvertAll(compiled.Lenders, windows => new SponsorLadder(windows));
        references = new ReferenceOffers(this);
        Regional = new RegionalScore(compiled, this, outlook);
    }

    /// <summary>The scenario.</summary>
    public Compiled Compiled { get; }

    /// <summary>The record it was derived from.</summary>
    public Record Record { get; private set; } = null!;

    /// <summary>The arrangement.</summary>
    public Arm Arm { get; private set; } = null!;

    /// <summary>The segment tendered.</summary>
    public int Segment { get; private set; }

    /// <summary>The contracting state; where there are several, the one that lets the line together with others.</summary>
    public int Host { get; private set; }

    /// <summary>All contracting states.</summary>
    public ContractingStates Hosts => hosts;

    /// <summary>Whose debt an appraisal looks at, and its share of the loan: the contracting state that the loan strains most.</summary>
    public Borrower Borrower { get; private set; }

    /// <summary>The day the tender was opened: terms and reference cost are those of that day.</summary>
    public int Day { get; private set; }

    /// <summary>Reference cost K on that day, USD bn.</summary>
    public double ReferenceCostUsdBn { get; private set; }

    /// <summary>How the host weighs an offer; how several do together.</summary>
    public EvaluationWeights Weights { get; private set; } = null!;

    /// <summary>The regional score of bids.</summary>
    public RegionalScore Regional { get; }

    /// <summary>Attempt under way.</summary>
    public int Attempt => Record.Attempts[Segment];

    /// <summary>Debt stress of the host, 0 to 2, from its published debt; of several, what a guarantee weighs with.</summary>
    public double Stress => stress;

    /// <summary>What each standard would do to the plan.</summary>
    public Outlook Outlook => outlook;

    /// <summary>Points the view at the open tender of a segment.</summary>
    public void Load(Record record, Arm arm, int segment)
    {
        if (ReferenceEquals(Record, record) && ReferenceEquals(Arm, arm) && Segment == segment && version == record.Version) return;
        (Record, Arm, Segment, version) = (record, arm, segment, record.Version);
        var compiledSegment = Compiled.Segments[segment];
        (Host, hosts) = (compiledSegment.Host, compiledSegment.Hosts);
        Day = record.OpenedDays[segment];
        ReferenceCostUsdBn = Compiled.ReferenceCostUsdBn(segment, Day);
        Weights = hosts.Weights;
        stress = hosts.AreSeveral ? JointStress() : StressOf(Host);
        Borrower = hosts.AreSeveral ? MostStrained() : new Borrower(Host, 1);
        terms = Compiled.Terms.On(Day);
        // A shared window lends where its own appraisal passed, which the notice says.
        lends = serving[segment] & terms.Lending & (~sharedWindows | record.OpenWindows[segment]);
        CanBeCofinanced = (lends & sharedWindows) != 0;
        Alter();
        foreach (ref var bid in judged.AsSpan()) bid.IsKnown = false;
        outlook.Load(record, arm, segment);
        Regional.Reset();
        references.Forget();
    }

    /// <summary>Whether some multilateral window may join the offers.</summary>
    public bool CanBeCofinanced { get; private set; }

    /// <summary>Terms of a window on the day of opening.</summary>
    public ref readonly WindowFigures FiguresOf(int window) => ref figures[(altered >> window & 1) != 0 ? OwnPlaceOf(window) : terms.Places[window]];

    /// <summary>Which of its terms a window lends on, and whether it may waive the guarantee, as one number above 0; 0 if it does not lend for this segment.</summary>
    internal short TermsOf(int window) => Lends(window) ? (short)(2 * terms.Bands[window] + (FiguresOf(window).GuaranteeWaivable ? 2 : 1)) : (short)0;

    /// <summary>Whether a window lends for this segment.</summary>
    public bool Lends(int window) => (lends >> window & 1) != 0;

    /// <summary>Whether a sponsor builds in the segment's system.</summary>
    public bool IsCapable(int sponsor) => Compiled.Capabilities[Compiled.Segments[Segment].System][sponsor] is not null;

    /// <summary>What a sponsor builds in the segment's system.</summary>
    public Sponsors.Capability CapabilityOf(int sponsor) => Compiled.Capabilities[Compiled.Segments[Segment].System][sponsor]!;

    /// <summary>The sponsor's own standard.</summary>
    public int OwnStandardOf(int sponsor) => Compiled.OwnStandards[Compiled.Segments[Segment].System][sponsor];

    /// <summary>The standard of a bid: the specification if it complies.</summary>
    public int StandardOf(int sponsor, bool complies) => complies ? Compiled.SystemOf(Segment).Specification : OwnStandardOf(sponsor);

    /// <summary>The ladder of a sponsor's windows with given room; null rooms: whatever the opening notice calls open, without limit.</summary>
    public ConcessionLadder LadderOf(int sponsor, ReadOnlySpan<WindowRoom> rooms) => ladders[sponsor].Build(this, rooms);

    /// <summary>A sponsor's own windows that the opening notice calls open, as a bit mask.</summary>
    internal ulong OpenWindowsOf(int sponsor) => Record.OpenWindows[Segment] & windowsOfSponsor[sponsor];

    /// <summary>Rooms as the public knows them: open windows without limit.</summary>
    public ReadOnlySpan<WindowRoom> PublicRooms(int sponsor) => ladders[sponsor].PublicRooms(this);

    /// <summary>The ladder of a sponsor's own windows and the shared ones, with given room in each.</summary>
    public ConcessionLadder LenderLadderOf(int sponsor, ReadOnlySpan<WindowRoom> rooms) => lenderLadders[sponsor].Build(this, rooms);

    /// <summary>Room in a sponsor's own windows as it knows it, and in the shared ones as everybody does.</summary>
    public ReadOnlySpan<WindowRoom> LenderRooms(int sponsor, ReadOnlySpan<WindowRoom> own) => lenderLadders[sponsor].Join(own, Record.Shared.RoomsOn(Record.Day));

    /// <summary>The same as the public knows them: open windows without limit.</summary>
    public ReadOnlySpan<WindowRoom> PublicLenderRooms(int sponsor) => lenderLadders[sponsor].PublicRooms(this);

    /// <summary>Whether a multilateral window lends for a bid.</summary>
    public bool IsCofinanced(in Bid bid) => bid.FirstFaceUsdBn > 0 && IsShared(bid.FirstWindow) || bid.SecondFaceUsdBn > 0 && IsShared(bid.SecondWindow);

    /// <summary>The rules under which a bid's loan is lent: the strictest of those who lend.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LenderRules RulesOf(in Bid bid)
    {
        var rules = RulesOf(bid.Sponsor, bid.FirstFaceUsdBn > 0 ? bid.FirstWindow : -1, bid.SecondFaceUsdBn > 0 ? bid.SecondWindow : -1);
        return bid.Partner < 0 ? rules : rules with { Laxity = Shared(bid, rules.Laxity, laxities[bid.Partner]) };
    }

    /// <summary>The rules under which a sponsor lends with the help of two windows, -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LenderRules RulesOf(int sponsor, int first, int second)
    {
        var rules = new LenderRules(Arm.Opacity, laxities[sponsor], 0);
        if (sharedWindows == 0) return rules;
        if (IsShared(first)) rules = rules.With(Compiled.Windows[first].Multilateral);
        if (IsShared(second)) rules = rules.With(Compiled.Windows[second].Multilateral);
        return rules;
    }

    /// <summary>Gift in a bid's loan, USD bn: face times grant element, after any cut.</summary>
    public double GrantUsdBn(in Bid bid) =>
        (bid.FirstWindow < 0 ? 0 : bid.FirstFaceUsdBn * FiguresOf(bid.FirstWindow).GrantElement)
        + (bid.SecondWindow < 0 ? 0 : bid.SecondFaceUsdBn * FiguresOf(bid.SecondWindow).GrantElement);

    /// <summary>Rent that a bid pays to officials, USD bn, given how many other bids there are.</summary>
    public double RentUsdBn(in Bid bid, double otherBids) =>
        Compiled.Scenario.Bidding.BribeShare * RentFactor(RulesOf(bid), bid.FaceUsdBn, otherBids) * ReferenceCostUsdBn;

    /// <summary>The host's utility of a bid, without taste; where there are several, their joint one.</summary>
    public UtilityTerms Evaluate(in Bid bid, double otherBids)
    {
        if (!hosts.AreSeveral) return EvaluateBy(new Standpoint(Host, Weights, stress), bid, otherBids);
        var sum = default(UtilityTerms);
        foreach (var host in hosts.Shares) sum = sum.Plus(EvaluateFor(host.State, bid, otherBids), host.Weight);
        return sum;
    }

    /// <summary>One contracting state's utility of a bid, without taste.</summary>
    public UtilityTerms EvaluateFor(int state, in Bid bid, double otherBids) =>
        EvaluateBy(new Standpoint(state, Compiled.Scenario.States[state].Weights, StressOf(state)), bid, otherBids);

    /// <summary>Total of <see cref="Evaluate"/>, kept for whoever asks next: a host that chooses, the authority for its files, a bidder that learns who won.</summary>
    public double UtilityOf(in Bid bid, double otherBids)
    {
        ref var known = ref judged[bid.Sponsor];
        if (known.IsKnown && known.OtherBids == otherBids && version == Record.Version && known.Bid.IsSameAs(bid)) return known.Utility;
        (known.Bid, known.OtherBids, known.IsKnown) = (bid, otherBids, version == Record.Version);
        return known.Utility = Evaluate(bid, otherBids).Total;
    }

    /// <summary>Total of <see cref="EvaluateFor"/>.</summary>
    public double UtilityFor(int state, in Bid bid, double otherBids) =>
        hosts.AreSeveral || state != Host ? EvaluateFor(state, bid, otherBids).Total : UtilityOf(bid, otherBids);

    /// <summary>Tie of the contracting state to a sponsor; the mean of several, by share.</summary>
    public double TieTo(int sponsor)
    {
        if (!hosts.AreSeveral) return Record.Diplomacy.ToSponsor(Host, sponsor);
        double mean = 0;
        foreach (var host in hosts.Shares) mean += host.Share * Record.Diplomacy.ToSponsor(host.State, sponsor);
        return mean;
    }

    private UtilityTerms EvaluateBy(in Standpoint by, in Bid bid, double otherBids)
    {
        var w = by.Weights;
        var reference = Compiled.Segments[Segment].BuildYears;
        var rules = RulesOf(bid);
        return new UtilityTerms(
            -w.Price * Elementary.Log(bid.PriceUsdBn / ReferenceCostUsdBn),
            w.Concession * (GrantUsdBn(bid) / bid.PriceUsdBn),
            bid.Guarantee ? -w.Guarantee * by.Stress : 0,
            -w.Time * ((bid.CompletionYears + rules.ExtraYears) / reference - 1),
            w.Quality * bid.Quality,
            w.LocalContent * bid.LocalContent,
            w.Tie * Shared(bid, Record.Diplomacy.ToSponsor(by.State, bid.Sponsor), bid.Partner < 0 ? 0 : Record.Diplomacy.ToSponsor(by.State, bid.Partner)),
            -w.Concentration * Shared(bid, Concentration(by.State, bid.Sponsor), bid.Partner < 0 ? 0 : Concentration(by.State, bid.Partner)),
            w.Rent * RentFactor(Compiled.Scenario.States[by.State].Governance, rules, bid.FaceUsdBn, otherBids),
            w.Compatibility * outlook.ChangeFor(by.State, bid.Standard));
    }

    /// <summary>Gives a bid the loan of its concession on its price, each tranche cut to its window's room.</summary>
    public void SetLoan(ref Bid bid, in ConcessionLadder ladder, ReadOnlySpan<WindowRoom> rooms) => SetLoan(ref bid, ladder.At(bid.Concession), rooms);

    /// <summary>The same, at a point of the ladder.</summary>
    public void SetLoan(ref Bid bid, in Blend blend, ReadOnlySpan<WindowRoom> rooms)
    {
        var windows = Compiled.Lenders[bid.Sponsor];
        var loan = ConcessionLadder.Offer(blend, bid.PriceUsdBn, rooms);
        bid.FirstWindow = loan.Harder.Window < 0 ? -1 : windows[loan.Harder.Window];
        bid.SecondWindow = loan.Softer.Window < 0 ? -1 : windows[loan.Softer.Window];
        bid.FirstFaceUsdBn = loan.Harder.FaceUsdBn;
        bid.SecondFaceUsdBn = loan.Softer.FaceUsdBn;
        // Without a loan there is nothing to guarantee.
        bid.Guarantee &= bid.FaceUsdBn > 0;
    }

    /// <summary>Whether bidders' names are public before the award, and results after it: opacity at most one half.</summary>
    public bool NamesArePublic => Arm.Opacity <= 0.5;

    /// <summary>Weight of a regional score in a choice: α·λ_R.</summary>
    public double RegionalWeight => Arm.RegionalWeight * Compiled.Scenario.Secretariat.RegionalScale;

    /// <summary>The utility that decides: the host's, and the regional score as far as the arrangement weighs it.</summary>
    public double Weigh(double utility, double regional) =>
        Arm.RegionalWeight == 0 ? utility : (1 - Arm.RegionalWeight) * utility + RegionalWeight * regional;

    /// <summary>The regional score of a bid, where the arrangement weighs it; else 0, not computed.</summary>
    public double RegionalIfWeighed(in Bid bid) => Arm.RegionalWeight == 0 ? 0 : Regional.Of(bid);

    /// <summary>The host's utility of a sponsor's reference offer, as if nobody else bid.</summary>
    public double ReferenceUtility(int sponsor) => references.UtilityOf(sponsor);

    /// <summary>The regional score of a sponsor's reference offer, where the arrangement weighs it.</summary>
    public double ReferenceRegional(int sponsor) => Arm.RegionalWeight == 0 ? 0 : references.RegionalOf(sponsor);

    /// <summary>What a bid's loan costs its lenders, USD bn, signed.</summary>
    public double SubsidyUsdBn(in Bid bid) =>
        (bid.FirstWindow < 0 ? 0 : bid.FirstFaceUsdBn * FiguresOf(bid.FirstWindow).SubsidyPerFace)
        + (bid.SecondWindow < 0 ? 0 : bid.SecondFaceUsdBn * FiguresOf(bid.SecondWindow).SubsidyPerFace);

    /// <summary>What waiving the guarantee of a bid is expected to cost the sponsor, USD bn: the project's own risk of default.</summary>
    public double CostOfWaivingUsdBn(in Bid bid)
    {
        var economics = Compiled.Economics[Segment];
        var largest = ServiceOf(bid).LargestUsdBn();
        var operation = Compiled.OperationUsdBn(Segment, bid.Quality);
        var probability = GuaranteePrice.DefaultProbability(largest, operation, economics.RevenueUsdBnPerYear, economics.Demand);
        return GuaranteePrice.UsdBn(probability, Compiled.Scenario.Bidding.LossGivenDefault, bid.FaceUsdBn);
    }

    /// <summary>Real service of a bid's loan, year by year.</summary>
    internal BlendedService ServiceOf(in Bid bid)
    {
        var years = Lanes.Padded(1 + Math.Max(TenorOf(bid.FirstWindow), TenorOf(bid.SecondWindow)));
        return new(bid.FirstFaceUsdBn, UnitServiceOf(bid.FirstWindow)[..years], bid.SecondFaceUsdBn, UnitServiceOf(bid.SecondWindow)[..years]);
    }

    private int TenorOf(int window) => window < 0 ? 0 : FiguresOf(window).Terms.TenorYears;

    /// <summary>A bid's first tranche as it will be served.</summary>
    public LentTranche FirstTranche(in Bid bid) => Lent(bid.FirstWindow, bid.FirstFaceUsdBn);

    /// <summary>A bid's second tranche as it will be served.</summary>
    public LentTranche SecondTranche(in Bid bid) => Lent(bid.SecondWindow, bid.SecondFaceUsdBn);

    internal ReadOnlySpan<double> UnitServiceOf(int window) => window < 0 ? Compiled.NoService : Compiled.Terms.Services[terms.Places[window]];

    private LentTranche Lent(int window, double faceUsdBn) =>
        window < 0 || faceUsdBn <= 0 ? default : new LentTranche(faceUsdBn, FiguresOf(window).Terms, FiguresOf(window).InflationPerYear);

    private double StressOf(int state) => Math.Clamp(Record.DebtToGdp[state] / Compiled.Scenario.States[state].DebtThreshold, 0, 2);

    private double JointStress()
    {
        if (Weights.Guarantee == 0) return 0;
        double sum = 0;
        foreach (var host in hosts.Shares) sum += host.Weight * Compiled.Scenario.States[host.State].Weights.Guarantee * StressOf(host.State);
        return sum / Weights.Guarantee;
    }

    // The state that would come to its threshold first if the loan grew.
    private Borrower MostStrained()
    {
        var (most, least) = (new Borrower(Host, 1), double.PositiveInfinity);
        foreach (var host in hosts.Shares)
        {
            var state = Compiled.Scenario.States[host.State];
            var room = (state.DebtThreshold - Record.DebtToGdp[host.State]) * state.GdpUsdBn;
            if (host.Share > 0 && room / host.Share < least) (most, least) = (new Borrower(host.State, host.Share), room / host.Share);
        }
        return most;
    }

    // Partners share by half in what a joint bid is to the host.
    private static double Shared(in Bid bid, double sponsors, double partners) => bid.Partner < 0 ? sponsors : (sponsors + partners) / 2;

    private double Concentration(int host, int sponsor)
    {
        double all = 0;
        for (var k = 0; k < Compiled.Sponsors; k++) all += Record.AwardStockUsdBn[host * Compiled.Sponsors + k];
        var prior = Compiled.Scenario.Bidding.ConcentrationPriorUsdBn;
        return all + prior <= 0 ? 0
            : (Record.AwardStockUsdBn[host * Compiled.Sponsors + sponsor] + prior * Compiled.Scenario.Sponsors[sponsor].RegionalShare) / (all + prior);
    }

    // Terms are the scenario's but where several states share the line, or a sponsor has come to waive guarantees.
    private void Alter()
    {
        var waivers = 0UL;
        for (var k = 0; k < windowsOfSponsor.Length; k++)
            if (Record.WaiversOpen[k]) waivers |= windowsOfSponsor[k];
        altered = lends & (hosts.AreSeveral ? ulong.MaxValue : waivers);
        for (var left = altered; left != 0; left &= left - 1)
        {
            var w = BitOperations.TrailingZeroCount(left);
            ref var own = ref figures[OwnPlaceOf(w)];
            Compiled.Windows[w].LendsIn(terms.Bands[w], Compiled.Segments[Segment], out own);
            if ((waivers >> w & 1) != 0) own = own with { GuaranteeWaivable = true };
        }
    }

    private int OwnPlaceOf(int window) => Compiled.Terms.Figures.Length + window;

    private bool IsShared(int window) => window >= 0 && (sharedWindows >> window & 1) != 0;

    // rent/(r̄K): what governance, opacity, laxity, money and rivalry make of the reference bribe.
    internal double RentFactor(in LenderRules rules, double faceUsdBn, double otherBids) => RentFactor(hosts.Governance, rules, faceUsdBn, otherBids);

    private double RentFactor(double governance, in LenderRules rules, double faceUsdBn, double otherBids) =>
        (1 - governance) * rules.Opacity * rules.Laxity
        * (faceUsdBn / ReferenceCostUsdBn) * (1 + otherBids / 2);

    /// <summary>What a bid is worth to the contracting states.</summary>
    private struct Judged
    {
        public Bid Bid;
        public double OtherBids;
        public double Utility;
        public bool IsKnown;
    }

    /// <summary>Whose utility is asked for.</summary>
    private readonly record struct Standpoint(int State, EvaluationWeights Weights, double Stress);
}

/// <summary>The state whose debt an appraisal looks at.</summary>
/// <param name="State">Index of the state.</param>
/// <param name="Share">Its share of the loan.</param>
public readonly record struct Borrower(int State, double Share);
