using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;
using BidCompetitionSim.Model.Trade;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>
/// What came of a run: the three scores, the measures beside them, and every project. Preallocated and overwritten run after run.
/// Null is a measure that the scenario, or what was built in it, does not have. Money in USD bn, real.
/// </summary>
public sealed class Outcome
{
    internal Outcome(Compiled compiled)
    {
        var buckets = Appraiser.BucketsFor(compiled);
        Projects = Array.ConvertAll(compiled.Segments, _ => new ProjectOutcome(buckets));
        Breakdown = new Breakdown(compiled);
        Trade = compiled.Trade is null ? null : new TradeOutcome();
    }

    /// <summary>Compatibility, 0 to 100, at the horizon.</summary>
    public double? Compatibility { get; internal set; }

    /// <summary>Viability of the portfolio, 0 to 100, weighted by reference cost; what was not built counts 0.</summary>
    public double Viability { get; internal set; }

    /// <summary>Cohesion, 1 to 100.</summary>
    public double? Cohesion { get; internal set; }

    /// <summary>The parts of cohesion as measured, before they are cut to [0.01, 1].</summary>
    public CohesionMeasure Parts { get; internal set; }

    /// <summary>Compatibility of the inherited network: what refusing everything keeps.</summary>
    public double? InheritedCompatibility { get; internal set; }

    /// <summary>Compatibility over the pairs that what was built has brought closer.</summary>
    public double? BuiltCompatibility { get; internal set; }

    /// <summary>Weight of those pairs.</summary>
    public double BuiltCoverage { get; internal set; }

    /// <summary>Mean hours lost to interfaces, over the systems that run on time; what others lose is in <see cref="Breakdown.InterfaceLosses"/>.</summary>
    public double? HoursLost { get; internal set; }

    /// <summary>The same over pairs of ASEAN places.</summary>
    public double? HoursLostAsean { get; internal set; }

    /// <summary>Viability over what was built.</summary>
    public double? ViabilityBuilt { get; internal set; }

    /// <summary>Economic net present value at the scenario's start of everything built.</summary>
    public double EnpvBaseTotalUsdBn { get; internal set; }

    /// <summary>The same per segment built.</summary>
    public double? EnpvBasePerBuiltUsdBn { get; internal set; }

    /// <summary>Losses that refused or vetoed bids would have made, under the same draws.</summary>
    public double AvoidedLossUsdBn { get; internal set; }

    /// <summary>Gains that they would have made.</summary>
    public double ForegoneGainUsdBn { get; internal set; }

    /// <summary>Mean economic rate of return of what was built, over those that have one.</summary>
    public double? MeanEirr { get; internal set; }

    /// <summary>Cohesion without its junctions: the institutional part by frictions alone.</summary>
    public double? CohesionWithoutJunctions { get; internal set; }

    /// <summary>Share of the planned cross-border junctions that work.</summary>
    public double? JunctionShare { get; internal set; }

    /// <summary>Mean size of the difference between a state's ties to two sponsors.</summary>
    public double? Dependence { get; internal set; }

    /// <summary>Tension between the sponsors at the horizon.</summary>
    public double Tension { get; internal set; }

    /// <summary>What hosts gain on price and loans, less rents, less what cancelled awards sank.</summary>
    public double HostSurplusUsdBn { get; internal set; }

    /// <summary>Welfare of the hosts from having the choice (Small and Rosen 1981).</summary>
    public double HostWelfareUsdBn { get; internal set; }

    /// <summary>Rents paid.</summary>
    public double RentsUsdBn { get; internal set; }

    /// <summary>Loans signed and not cancelled.</summary>
    public double FundedUsdBn { get; internal set; }

    /// <summary>The same over what the region needs in the scenario's years, where that is stated; else over the reference cost of everything planned.</summary>
    public double GapClosed { get; internal set; }

    /// <summary>Mean price over reference cost of the awards.</summary>
    public double? MeanPriceOverReference { get; internal set; }

    /// <summary>Grant element of the loans of the awards, weighted by face.</summary>
    public double? MeanGrantElement { get; internal set; }

    /// <summary>Mean concession of the awards, 0 to 1.</summary>
    public double? MeanConcession { get; internal set; }

    /// <summary>Share of the awards with a loan that ask for a sovereign guarantee.</summary>
    public double? GuaranteedShare { get; internal set; }

    /// <summary>Mean offers per attempt.</summary>
    public double MeanOffers { get; internal set; }

    /// <summary>Awards made, cancelled ones included.</summary>
    public int Awards { get; internal set; }

    /// <summary>Segments commissioned.</summary>
    public int Built { get; internal set; }

    /// <summary>Awards cancelled before financial close.</summary>
    public int Cancelled { get; internal set; }

    /// <summary>Segments never let.</summary>
    public int NeverLet { get; internal set; }

    /// <summary>Mean years from the planned opening to commissioning, over what was built.</summary>
    public double? MeanYearsToCommissioning { get; internal set; }

    /// <summary>What came of trade; null where the scenario has no trade overlay.</summary>
    public TradeOutcome? Trade { get; }

    /// <summary>Every segment's project.</summary>
    public ProjectOutcome[] Projects { get; }

    /// <summary>The same by state, by year and by place; all of it follows from what the digest holds, which leaves it out.</summary>
    public Breakdown Breakdown { get; }

    /// <summary>A 64-bit fingerprint of all of it, for rows that are compared bit for bit.</summary>
    public ulong Fingerprint()
    {
        var fold = new Fingerprint();
        foreach (var value in Headline()) fold.Add(value ?? double.NaN);
        foreach (var project in Projects) project.AddTo(ref fold);
        Trade?.AddTo(ref fold);
        return fold.Value;
    }

    /// <summary>Adds all of it to a digest.</summary>
    public void WriteTo(DigestWriter digest)
    {
        foreach (var value in Headline()) Write(digest, value);
        digest.Write(Projects.Length);
        foreach (var project in Projects) project.WriteTo(digest);
        Trade?.WriteTo(digest);
    }

    private static void Write(DigestWriter digest, double? value)
    {
        digest.Write(value.HasValue);
        digest.Write(value ?? 0);
    }

    private HeadlineValues Headline() => new(this);

    /// <summary>The headline values in the order of the digest, without allocating.</summary>
    private readonly ref struct HeadlineValues(Outcome outcome)
    {
        private readonly Outcome outcome = outcome;

        public Enumerator GetEnumerator() => new(outcome);

        public ref struct Enumerator(Outcome o)
        {
            private int index = -1;

            public readonly double? Current => index switch
            {
                0 => o.Compatibility, 1 => o.Viability, 2 => o.Cohesion, 3 => o.Parts.Physical, 4 => o.Parts.Institutional,
                5 => o.Parts.PeopleToPeople, 6 => o.Parts.Equity, 7 => o.Parts.Diplomatic, 8 => o.InheritedCompatibility,
                9 => o.BuiltCompatibility, 10 => o.BuiltCoverage, 11 => o.HoursLost, 12 => o.HoursLostAsean, 13 => o.ViabilityBuilt,
                14 => o.EnpvBaseTotalUsdBn, 15 => o.EnpvBasePerBuiltUsdBn, 16 => o.AvoidedLossUsdBn, 17 => o.ForegoneGainUsdBn, 18 => o.MeanEirr,
                19 => o.CohesionWithoutJunctions, 20 => o.JunctionShare, 21 => o.Dependence, 22 => o.Tension, 23 => o.HostSurplusUsdBn,
                24 => o.HostWelfareUsdBn, 25 => o.RentsUsdBn, 26 => o.FundedUsdBn, 27 => o.GapClosed, 28 => o.MeanPriceOverReference,
                29 => o.MeanGrantElement, 30 => o.MeanConcession, 31 => o.GuaranteedShare, 32 => o.MeanOffers, 33 => o.Awards, 34 => o.Built,
                35 => o.Cancelled, 36 => o.NeverLet, _ => o.MeanYearsToCommissioning,
            };

            public bool MoveNext() => ++index < 38;
        }
    }
}
