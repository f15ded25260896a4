using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Scoring;

/// <summary>What became of one segment's project, appraised over its whole life. Money in USD bn, real; rates a year.</summary>
public sealed class ProjectOutcome
{
    private ulong address;

    internal ProjectOutcome(int buckets)
    {
        Economic = new double[buckets];
        Financial = new double[buckets];
        Cash = new double[buckets];
        Service = new double[buckets];
    }

    /// <summary>Where the segment stood at the end.</summary>
    public Status Status { get; private set; }

    /// <summary>Sponsor that held the award, by id; null for none.</summary>
    public string? Winner { get; private set; }

    /// <summary>Standard awarded, by id; null for none.</summary>
    public string? Standard { get; private set; }

    /// <summary>Day of the award, -1 for none.</summary>
    public int AwardedDay { get; private set; }

    /// <summary>Day of commissioning, -1 for none.</summary>
    public int CommissionedDay { get; private set; }

    /// <summary>Whether it was built, so that the rest has a meaning.</summary>
    public bool Built { get; internal set; }

    /// <summary>Economic internal rate of return; null where the rule finds none.</summary>
    public double? Eirr { get; internal set; }

    /// <summary>Financial internal rate of return before finance; null where the rule finds none.</summary>
    public double? Firr { get; internal set; }

    /// <summary>Economic net present value at the hurdle, at close.</summary>
    public double EnpvUsdBn { get; internal set; }

    /// <summary>The same at the scenario's start: the one in which delay costs.</summary>
    public double EnpvBaseUsdBn { get; internal set; }

    /// <summary>Financial net present value at the cost of capital, at close.</summary>
    public double FnpvUsdBn { get; internal set; }

    /// <summary>Least debt service cover.</summary>
    public double DscrMin { get; internal set; }

    /// <summary>Whether there was service to cover.</summary>
    public bool HasService { get; internal set; }

    /// <summary>Largest debt over GDP of the host in ten years from close.</summary>
    public double DebtBurden { get; internal set; }

    /// <summary>What that is held against.</summary>
    public double DebtThreshold { get; internal set; }

    /// <summary>Viability, 0 to 100; 0 if not built.</summary>
    public double Viability { get; internal set; }

    /// <summary>Years from close that the flows cover.</summary>
    public int Years { get; internal set; }

    /// <summary>Years from close that cash and service cover: operation goes on for the asset's life.</summary>
    public int CashYears { get; internal set; }

    /// <summary>Net economic flows, index 0 the year of close.</summary>
    public double[] Economic { get; }

    /// <summary>Net financial flows before finance.</summary>
    public double[] Financial { get; }

    /// <summary>Cash after operation.</summary>
    public double[] Cash { get; }

    /// <summary>Debt service.</summary>
    public double[] Service { get; }

    // Ids, not positions: a sponsor added to a scenario that may build nowhere changes no outcome.
    internal void Begin(Compiled compiled, Record record, int segment)
    {
        Clear();
        Status = record.Status[segment];
        var (winner, standard) = (record.Winners[segment], record.Standards[segment]);
        Winner = winner < 0 ? null : compiled.Scenario.Sponsors[winner].Id;
        Standard = standard < 0 ? null : compiled.SystemOf(segment).StandardIds[standard];
        address = winner < 0 ? 0 : compiled.Addresses.Sponsor(segment, winner) ^ compiled.SystemOf(segment).StandardAddresses[standard];
        (AwardedDay, CommissionedDay) = (record.AwardedDays[segment], record.CommissionedDays[segment]);
    }

    internal void WriteTo(DigestWriter digest)
    {
        digest.Write((int)Status);
        digest.Write(Winner ?? "");
        digest.Write(Standard ?? "");
        digest.Write(AwardedDay);
        digest.Write(CommissionedDay);
        digest.Write(Built);
        Write(digest, Eirr);
        Write(digest, Firr);
        digest.Write(EnpvUsdBn);
        digest.Write(EnpvBaseUsdBn);
        digest.Write(FnpvUsdBn);
        digest.Write(DscrMin);
        digest.Write(DebtBurden);
        digest.Write(DebtThreshold);
        digest.Write(Viability);
    }

    private static void Write(DigestWriter digest, double? value)
    {
        digest.Write(value.HasValue);
        digest.Write(value ?? 0);
    }

    private void Clear()
    {
        Built = HasService = false;
        Eirr = Firr = null;
        EnpvUsdBn = EnpvBaseUsdBn = FnpvUsdBn = DscrMin = DebtBurden = DebtThreshold = Viability = 0;
        Years = CashYears = 0;
    }

    internal void AddTo(ref Fingerprint fold)
    {
        fold.Add((int)Status);
        fold.Add(address);
        fold.Add(AwardedDay);
        fold.Add(CommissionedDay);
        fold.Add(Eirr ?? double.NaN);
        fold.Add(Firr ?? double.NaN);
        fold.Add(EnpvUsdBn);
        fold.Add(EnpvBaseUsdBn);
        fold.Add(FnpvUsdBn);
        fold.Add(DscrMin);
        fold.Add(DebtBurden);
        fold.Add(DebtThreshold);
        fold.Add(Viability);
    }
}
