using BidCompetitionSim.Model.Finance;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Sponsors;

/// <summary>
/// What one sponsor keeps to itself: its key, its own bids, the money left in its windows, what it believes of each rival in each system,
/// the pressure of lost tenders. A fold over what it hears and says; nothing of a rival's mind is in it.
/// </summary>
public sealed class SponsorMind
{
    private static readonly double LogOfTwo = Elementary.Log(2);

    private readonly Compiled compiled;
    private readonly Belief[] beliefs;
    private readonly Participation[] participation;
    private readonly WindowLedger ledger;
    private readonly Bid[] bids;
    private readonly bool[] hasBid;
    private double pressure;
    private int pressureDay;

    /// <summary>An empty mind.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="sponsor">Index of the sponsor.</param>
    public SponsorMind(Compiled compiled, int sponsor)
    {
        (this.compiled, Sponsor) = (compiled, sponsor);
        beliefs = new Belief[compiled.Systems.Length * compiled.Sponsors];
        participation = new Participation[beliefs.Length];
        ledger = new WindowLedger(compiled, sponsor);
        bids = new Bid[compiled.Segments.Length];
        hasBid = new bool[compiled.Segments.Length];
        Bounds = new OfferBounds(compiled, sponsor);
        Learned = compiled.Learned[sponsor];
        TakeSeat(0, 0);
    }

    /// <summary>Index of the sponsor.</summary>
    public int Sponsor { get; }

    /// <summary>Key of its own draws.</summary>
    public ulong Key { get; private set; }

    /// <summary>Its weight of fiscal cost now.</summary>
    public double FiscalWeight { get; private set; }

    /// <summary>Its definition.</summary>
    public Sponsor Definition => compiled.Scenario.Sponsors[Sponsor];

    /// <summary>Scratch of its search for an offer; remembers nothing.</summary>
    internal OfferBounds Bounds { get; }

    /// <summary>Its own draws.</summary>
    public Draws Draws { get; private set; }

    /// <summary>What it learnt before the run, if it bids by it; a training puts its own here.</summary>
    public LearnedTable? Learned { get; set; }

    /// <summary>Starts a run: everything forgotten but its name, and what it learnt beforehand.</summary>
    public void TakeSeat(ulong key, uint replication)
    {
        (Key, Draws) = (key, new Draws(key, replication));
        FiscalWeight = Definition.FiscalWeight;
        var prior = compiled.Scenario.Bidding.PriorSd;
        Array.Fill(beliefs, new Belief(0, prior * prior));
        Array.Clear(participation);
        ledger.Reset();
        Array.Clear(hasBid);
        (pressure, pressureDay) = (0, 0);
    }

    /// <summary>What each of its windows can lend on a day.</summary>
    public ReadOnlySpan<WindowRoom> RoomsOn(int day) => ledger.RoomsOn(day);

    /// <summary>Belief about a rival in a system.</summary>
    public ref Belief BeliefOf(int system, int rival) => ref beliefs[system * compiled.Sponsors + rival];

    /// <summary>How often a rival was seen to bid in a system.</summary>
    public ref Participation ParticipationOf(int system, int rival) => ref participation[system * compiled.Sponsors + rival];

    /// <summary>Pressure of losses to rivals on a day: one each, halved with every half-life.</summary>
    public double PressureOn(int day) =>
        pressure == 0 ? 0 : pressure * Elementary.Exp(-LogOfTwo * ((day - pressureDay) / 365.25) / Definition.PressureHalfLifeYears);

    /// <summary>A loss to a rival.</summary>
    public void LoseOn(int day)
    {
        pressure = PressureOn(day) + 1;
        pressureDay = day;
    }

    /// <summary>Remembers its own bid.</summary>
    public void Remember(int segment, in Bid bid)
    {
        bids[segment] = bid;
        hasBid[segment] = true;
    }

    /// <summary>Forgets the bid of an earlier attempt.</summary>
    public void Forget(int segment) => hasBid[segment] = false;

    /// <summary>Its own bid for a segment, if it made one in the last attempt.</summary>
    public bool TryRecall(int segment, out Bid bid)
    {
        bid = bids[segment];
        return hasBid[segment];
    }

    /// <summary>Books the loan of its own winning bid, less what a package takes off: each tranche cut to what is left on the day of the award.</summary>
    public void Commit(int segment, int day, double discount)
    {
        bids[segment].TakeOff(discount);
        ledger.Commit(ref bids[segment], day);
    }

    /// <summary>Takes the money of a cancelled award back.</summary>
    public void Release(int segment) => ledger.Release(bids[segment]);

    /// <summary>A change of its own policy.</summary>
    public void Adopt(in PolicyNotice policy)
    {
        FiscalWeight += policy.FiscalWeightChange;
        ledger.Add(policy.Window, policy.EnvelopeUsdBn);
    }
}
