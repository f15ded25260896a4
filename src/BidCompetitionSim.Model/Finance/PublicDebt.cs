using System.Numerics;
using System.Runtime.InteropServices;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Debt over GDP of every state, by year of the run, as signed loans are drawn. A state would hold its debt where it is by itself, so only what
/// the loans add moves; it fades or grows with interest over growth (docs/model.md §5). The recursion is linear: what one project adds can be
/// told apart.
/// </summary>
public sealed class PublicDebt
{
    private readonly Compiled compiled;
    private readonly DebtOutlook outlook;
    private readonly int width;
    private readonly double[] added; // by state, to whole vectors
    private readonly Loan[] loans; // by segment
    private readonly int[] drawing; // segments whose loans are not drawn yet, in their order
    private readonly double[] thresholds; // by state
    private readonly int[] hosts;
    private double[] above = []; // [year, state]: debt over GDP above that of the first day, once a run is over
    private double[] drawings = []; // of one loan
    private bool isDrawn;
    private int lastYear; // that anybody may ask for: the end of the years looked at from the last close
    private int drawn;
    private int turned;

    /// <summary>The debts of a scenario, on the first day.</summary>
    public PublicDebt(Compiled compiled)
    {
        this.compiled = compiled;
        outlook = new DebtOutlook(compiled);
        width = outlook.Width;
        added = new double[width];
        loans = new Loan[compiled.Segments.Length];
        drawing = new int[compiled.Segments.Length];
        thresholds = Array.ConvertAll(compiled.Scenario.States, state => state.DebtThreshold);
        hosts = [.. Enumerable.Range(0, compiled.States).Where(state => Array.Exists(compiled.Segments, segment => segment.Hosts.Contains(state)))];
        outlook.MakeRoom(compiled.Scenario.HorizonYears + 2 * DebtPath.YearsAhead);
    }

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Array.Clear(added);
        Array.Clear(loans);
        (drawn, turned, lastYear, isDrawn) = (0, 0, 0, false);
    }

    /// <summary>Debt over GDP of a state at the last turn of a year.</summary>
    public double RatioOf(int state) => outlook.InheritedIn(turned)[state] + added[state];

    /// <summary>A loan is closed: from now on it is drawn evenly over the build time.</summary>
    /// <param name="segment">Segment it pays for.</param>
    /// <param name="day">Day of close.</param>
    /// <param name="weightedValueUsdBn">Present value of its service at the debt discount rate, weighted if contingent, USD bn.</param>
    /// <param name="buildTime">Build time, years.</param>
    public void Close(int segment, int day, double weightedValueUsdBn, double buildTime)
    {
        var start = day / 365.25;
        // Nothing is drawn in no time.
        loans[segment] = new Loan(weightedValueUsdBn, start, start + buildTime, Math.Max(buildTime, double.Epsilon));
        if (weightedValueUsdBn > 0) Enlist(segment);
        (isDrawn, lastYear) = (false, Math.Max(lastYear, (int)start + DebtPath.YearsAhead));
    }

    /// <summary>A year of the run ends: the year's drawings are added.</summary>
    public void TurnYear(int year)
    {
        turned = year;
        outlook.MakeRoom(year);
        var carry = MemoryMarshal.Cast<double, Vector<double>>(outlook.CarryIn(year));
        var several = MemoryMarshal.Cast<double, Vector<double>>(added.AsSpan());
        for (var v = 0; v < several.Length; v++) several[v] *= carry[v];
        var gdpUsdBn = outlook.GdpUsdBn(year);
        var left = 0;
        foreach (var segment in drawing.AsSpan(0, drawn))
        {
            ref readonly var loan = ref loans[segment];
            if (loan.End <= year - 1) continue;
            drawing[left++] = segment;
            var usdBn = loan.DrawnInUsdBn(year - 1);
            foreach (var host in compiled.Segments[segment].Hosts.Shares) added[host.State] += host.Share * usdBn / gdpUsdBn[host.State];
        }
        drawn = left;
    }

    /// <summary>Contracting states that are in stress at the last turn of a year, as a bit mask.</summary>
    public ulong StressedHosts()
    {
        var mask = 0UL;
        var inherited = outlook.InheritedIn(turned);
        foreach (var state in hosts)
            if (inherited[state] + added[state] > thresholds[state]) mask |= 1UL << state;
        return mask;
    }

    /// <summary>Largest debt over GDP in the ten years from a project's close, of the contracting state that it strains most: with its share of the project, without it, and its threshold.</summary>
    public DebtPeaks Peaks(int segment)
    {
        if (!isDrawn) Draw();
        var hosts = compiled.Segments[segment].Hosts.Shares;
        var worst = Peaks(loans[segment], hosts[0]);
        for (var h = 1; h < hosts.Length; h++)
        {
            var peaks = Peaks(loans[segment], hosts[h]);
            if (peaks.Room < worst.Room) worst = peaks;
        }
        return worst;
    }

    private DebtPeaks Peaks(in Loan loan, in HostShare host)
    {
        var closeYear = (int)loan.Start;
        Span<double> drawn = stackalloc double[Lanes.Padded(DebtPath.YearsAhead)];
        loan.FillDrawn(closeYear, drawn);
        var here = closeYear * width + host.State;
        var (own, with, without) = (0.0, above[here], above[here]);
        for (var year = 1; year <= DebtPath.YearsAhead; year++)
        {
            here += width;
            own = own * outlook.CarryIn(closeYear + year)[host.State] + host.Share * drawn[year - 1] / outlook.GdpUsdBn(closeYear + year)[host.State];
            with = above[here] > with ? above[here] : with;
            without = above[here] - own > without ? above[here] - own : without;
        }
        var inherited = outlook.InheritedIn(0)[host.State];
        return new DebtPeaks(inherited + with, inherited + without, thresholds[host.State]);
    }

    // Once a run is over, every project asks for the same years: all states side by side.
    private void Draw()
    {
        isDrawn = true;
        outlook.MakeRoom(lastYear);
        if (above.Length <= lastYear * width) above = new double[(lastYear + 1) * width];
        AddDrawings();
        Span<Vector<double>> debts = stackalloc Vector<double>[width / Vector<double>.Count];
        debts.Clear();
        var first = MemoryMarshal.Cast<double, Vector<double>>(outlook.InheritedIn(0));
        for (var year = 0; year <= lastYear; year++)
        {
            var then = MemoryMarshal.Cast<double, Vector<double>>(above.AsSpan(year * width, width));
            var carry = MemoryMarshal.Cast<double, Vector<double>>(outlook.CarryIn(year));
            var gdpUsdBn = MemoryMarshal.Cast<double, Vector<double>>(outlook.GdpUsdBn(year));
            var inherited = MemoryMarshal.Cast<double, Vector<double>>(outlook.InheritedIn(year));
            for (var v = 0; v < debts.Length; v++)
            {
                debts[v] = debts[v] * carry[v] + then[v] / gdpUsdBn[v];
                then[v] = debts[v] + (inherited[v] - first[v]);
            }
        }
    }

    // What all loans draw in the year before, until the debt itself takes its place.
    private void AddDrawings()
    {
        above.AsSpan(0, (lastYear + 1) * width).Clear();
        for (var segment = 0; segment < loans.Length; segment++)
        {
            ref readonly var loan = ref loans[segment];
            if (loan.ValueUsdBn <= 0) continue;
            var (first, hosts) = ((int)loan.Start, compiled.Segments[segment].Hosts);
            var years = Math.Min((int)Math.Ceiling(loan.End), lastYear) - first;
            if (drawings.Length < years) drawings = new double[Lanes.Padded(years)];
            loan.FillDrawn(first, drawings.AsSpan(0, Lanes.Whole(years)));
            foreach (var host in hosts.Shares)
                for (var year = 0; year < years; year++) above[(first + year + 1) * width + host.State] += host.Share * drawings[year];
        }
    }

    private void Enlist(int segment)
    {
        var place = drawn++;
        for (; place > 0 && drawing[place - 1] > segment; place--) drawing[place] = drawing[place - 1];
        drawing[place] = segment;
    }

    /// <param name="ValueUsdBn">Present value of its service, weighted.</param>
    /// <param name="Start">Close, years from the first day.</param>
    /// <param name="End">When it is drawn.</param>
    /// <param name="BuildYears">Years between them.</param>
    private readonly record struct Loan(double ValueUsdBn, double Start, double End, double BuildYears)
    {
        public double DrawnInUsdBn(int year) => ValueUsdBn * (Math.Max(Math.Min(End, year + 1) - Math.Max(Start, year), 0) / BuildYears);

        // Years from one on, side by side in whole vectors.
        public void FillDrawn(int first, Span<double> usdBn)
        {
            var (value, start, end, span) = (new Vector<double>(ValueUsdBn), new Vector<double>(Start), new Vector<double>(End), new Vector<double>(BuildYears));
            var year = Vector<double>.Indices + new Vector<double>(first);
            foreach (ref var several in MemoryMarshal.Cast<double, Vector<double>>(usdBn))
            {
                var part = Vector.MinNative(end, year + Vector<double>.One) - Vector.MaxNative(start, year);
                several = value * (Vector.MaxNative(part, Vector<double>.Zero) / span);
                year += new Vector<double>(Vector<double>.Count);
            }
        }
    }
}

/// <summary>Largest debt over GDP of a state in ten years.</summary>
/// <param name="With">With its share of a project.</param>
/// <param name="Without">Without it.</param>
/// <param name="StateThreshold">Debt over GDP above which the state counts as stressed.</param>
public readonly record struct DebtPeaks(double With, double Without, double StateThreshold)
{
    /// <summary>What the debt is held against: a state above its threshold is not blamed for what it owed before.</summary>
    public double Threshold => Math.Max(StateThreshold, Without);

    /// <summary>How far it stays below that.</summary>
    public double Room => Threshold - With;
}
