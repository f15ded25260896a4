using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Model.States;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Finance;

/// <summary>
/// Debt over GDP of every state, by year of the run, as signed loans are drawn. A state would hold its debt where it is by itself, so only what
/// the loans add moves; it fades or grows with interest over growth (docs/model.md §5). The recursion is linear: what one project adds can be
/// told apart.
/// </summary>
public sealed class PublicDebt(Compiled compiled)
{
    private readonly double[] added = new double[compiled.States];
    private readonly double[] loanValues = new double[compiled.Segments.Length];
    private readonly double[] closeYears = new double[compiled.Segments.Length];
    private readonly double[] buildYears = new double[compiled.Segments.Length];
    private readonly double[] yearlyDrawings = new double[compiled.Segments.Length]; // in a year that is built through
    private readonly int[] drawing = new int[compiled.Segments.Length]; // segments whose loans are not drawn yet, in their order
    private readonly HostPath[] paths = [.. Enumerable.Range(0, compiled.States).Select(state => new HostPath(compiled, state))];
    private readonly int[] hosts = [.. Enumerable.Range(0, compiled.States).Where(state => Array.Exists(compiled.Segments, segment => segment.Hosts.Contains(state)))];
    private int drawn;
    private int turned;

    /// <summary>Back to the first day.</summary>
    public void Reset()
    {
        Array.Clear(added);
        Array.Clear(loanValues);
        (drawn, turned) = (0, 0);
        foreach (var path in paths) (path.Years, path.LastYear) = (0, 0);
    }

    /// <summary>Debt over GDP of a state at the last turn of a year.</summary>
    public double RatioOf(int state) => paths[state].InheritedIn(turned) + added[state];

    /// <summary>A loan is closed: from now on it is drawn evenly over the build time.</summary>
    /// <param name="segment">Segment it pays for.</param>
    /// <param name="day">Day of close.</param>
    /// <param name="weightedValueUsdBn">Present value of its service at the debt discount rate, weighted if contingent, USD bn.</param>
    /// <param name="buildTime">Build time, years.</param>
    public void Close(int segment, int day, double weightedValueUsdBn, double buildTime)
    {
        loanValues[segment] = weightedValueUsdBn;
        closeYears[segment] = day / 365.25;
        buildYears[segment] = buildTime;
        yearlyDrawings[segment] = weightedValueUsdBn * (1 / buildTime);
        if (weightedValueUsdBn > 0) Enlist(segment);
        foreach (var host in compiled.Segments[segment].Hosts.Shares)
        {
            var path = paths[host.State];
            (path.Years, path.LastYear) = (0, Math.Max(path.LastYear, (int)closeYears[segment] + DebtPath.YearsAhead));
        }
    }

    /// <summary>A year of the run ends: the year's drawings are added.</summary>
    public void TurnYear(int year)
    {
        turned = year;
        foreach (var state in hosts) added[state] *= paths[state].CarryIn(year);
        var left = 0;
        foreach (var segment in drawing.AsSpan(0, drawn))
        {
            if (closeYears[segment] + buildYears[segment] <= year - 1) continue;
            drawing[left++] = segment;
            var usdBn = DrawnInYear(segment, year - 1);
            foreach (var host in compiled.Segments[segment].Hosts.Shares) added[host.State] += host.Share * usdBn / paths[host.State].GdpUsdBn(year);
        }
        drawn = left;
    }

    /// <summary>Contracting states that are in stress at the last turn of a year, as a bit mask.</summary>
    public ulong StressedHosts()
    {
        var mask = 0UL;
        foreach (var state in hosts)
            if (RatioOf(state) > paths[state].Threshold) mask |= 1UL << state;
        return mask;
    }

    /// <summary>Largest debt over GDP in the ten years from a project's close, of the contracting state that it strains most: with its share of the project, without it, and its threshold.</summary>
    public DebtPeaks Peaks(int segment)
    {
        var hosts = compiled.Segments[segment].Hosts.Shares;
        var worst = Peaks(segment, hosts[0]);
        for (var h = 1; h < hosts.Length; h++)
        {
            var peaks = Peaks(segment, hosts[h]);
            if (peaks.Room < worst.Room) worst = peaks;
        }
        return worst;
    }

    private DebtPeaks Peaks(int segment, in HostShare host)
    {
        var path = paths[host.State];
        var closeYear = (int)closeYears[segment];
        if (path.Years == 0) Draw(path);
        var inherited = path.InheritedIn(0);
        var (own, with, without) = (0.0, path.AboveInherited(closeYear), path.AboveInherited(closeYear));
        for (var year = closeYear + 1; year <= closeYear + DebtPath.YearsAhead; year++)
        {
            var (drawn, above) = (DrawnInYear(segment, year - 1), path.AboveInherited(year));
            own *= path.CarryIn(year);
            if (drawn > 0) own += host.Share * drawn / path.GdpUsdBn(year);
            with = Math.Max(with, above);
            without = Math.Max(without, above - own);
        }
        return new DebtPeaks(inherited + with, inherited + without, path.Threshold);
    }

    // Once a run is over, every project of a host asks for the same years.
    private void Draw(HostPath path)
    {
        path.MakeRoom(path.LastYear);
        AddDrawings(path);
        path.Added[0] = 0;
        for (var year = 1; year <= path.LastYear; year++) path.Added[year] = path.Added[year - 1] * path.CarryIn(year) + path.Added[year] / path.GdpUsdBn(year);
        path.Years = path.LastYear + 1;
    }

    // What all of a host's loans draw in the year before, until the path itself takes its place.
    private void AddDrawings(HostPath path)
    {
        path.Added.AsSpan(..(path.LastYear + 1)).Clear();
        foreach (var (segment, share) in path.Segments)
        {
            if (loanValues[segment] <= 0) continue;
            var end = closeYears[segment] + buildYears[segment];
            for (var year = Math.Max((int)closeYears[segment], 0); year < end && year < path.LastYear; year++) path.Added[year + 1] += share * DrawnInYear(segment, year);
        }
    }

    private void Enlist(int segment)
    {
        var place = drawn++;
        for (; place > 0 && drawing[place - 1] > segment; place--) drawing[place] = drawing[place - 1];
        drawing[place] = segment;
    }

    private double DrawnInYear(int segment, int year)
    {
        var (start, end) = (closeYears[segment], closeYears[segment] + buildYears[segment]);
        if (start <= year && year + 1 <= end) return yearlyDrawings[segment];
        var (from, to) = (Math.Max(start, year), Math.Min(end, year + 1));
        return to <= from ? 0 : loanValues[segment] * ((to - from) / buildYears[segment]);
    }

    /// <summary>What all the loans of a state add to its debt over GDP, year by year, as far as anybody may ask.</summary>
    private sealed class HostPath
    {
        private readonly Compiled compiled;
        private readonly int state;
        private readonly double startGdpUsdBn;
        private readonly double growthFactor;
        private readonly double carry;
        private readonly double debtToGdp;
        private readonly bool shaken;
        private double[] gdpUsdBn = [];
        private double[] inherited = [];

        public HostPath(Compiled compiled, int state)
        {
            (this.compiled, this.state) = (compiled, state);
            shaken = Array.Exists(compiled.Scenario.Shocks, shock => shock.GrowthPerYear is not null && shock.DurationYears > 0);
            var growth = compiled.Scenario.States[state].GrowthPerYear;
            (startGdpUsdBn, growthFactor) = (compiled.Scenario.States[state].GdpUsdBn, 1 + growth);
            (Threshold, debtToGdp) = (compiled.Scenario.States[state].DebtThreshold, compiled.Scenario.States[state].DebtToGdp);
            carry = (1 + compiled.Scenario.Scoring.DebtInterestPerYear) / (1 + growth);
            Segments = [.. compiled.Segments.Where(segment => segment.Hosts.Contains(state))
                .Select(segment => (segment.Index, segment.Hosts.ShareIn(1UL << state)))];
            MakeRoom(compiled.Scenario.HorizonYears + 2 * DebtPath.YearsAhead);
        }

        /// <summary>What becomes of a loan's share of GDP in the year that ends with the turn to this one: interest over growth.</summary>
        public double CarryIn(int year) => shaken ? (1 + compiled.Scenario.Scoring.DebtInterestPerYear) * (GdpUsdBn(year - 1) / GdpUsdBn(year)) : carry;

        /// <summary>
        /// Inherited debt over GDP. The state holds it where it is against the growth that it expects; a shock to growth is not made up for.
        /// </summary>
        public double InheritedIn(int year)
        {
            if (!shaken) return debtToGdp;
            MakeRoom(year);
            return inherited[year];
        }

        /// <summary>Debt over GDP above that of the first day.</summary>
        public double AboveInherited(int year) => shaken ? Added[year] + (InheritedIn(year) - InheritedIn(0)) : Added[year];

        /// <summary>Debt over GDP above which the state counts as stressed.</summary>
        public double Threshold { get; }

        public (int Index, double Share)[] Segments { get; }

        /// <summary>Years known of <see cref="Added"/>: none or all.</summary>
        public int Years { get; set; }

        /// <summary>The last year that anybody may ask for: the end of the years looked at from the last close.</summary>
        public int LastYear { get; set; }

        public double[] Added { get; private set; } = [];

        public double GdpUsdBn(int year) => gdpUsdBn[year];

        public void MakeRoom(int lastYear)
        {
            if (lastYear < gdpUsdBn.Length) return;
            Added = [.. Added, .. new double[lastYear + 1 - Added.Length]];
            gdpUsdBn = new double[lastYear + 1];
            for (var year = 0; year <= lastYear; year++) gdpUsdBn[year] = startGdpUsdBn * Compounding.Over(growthFactor, year);
            if (shaken) Shake(lastYear);
        }

        private void Shake(int lastYear)
        {
            inherited = new double[lastYear + 1];
            var debt = compiled.Scenario.States[state].DebtToGdp;
            var level = 1.0;
            for (var year = 0; year <= lastYear; year++)
            {
                if (year > 0) level *= (growthFactor + compiled.Shocks!.GrowthIn(state, year - 1)) / growthFactor;
                gdpUsdBn[year] *= level;
                inherited[year] = debt / level;
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
