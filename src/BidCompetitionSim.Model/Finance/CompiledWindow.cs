using BidCompetitionSim.Model.Network;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Finance;

/// <summary>A finance window in dense indices: whom it serves, and what its terms are worth from each date on.</summary>
public sealed class CompiledWindow
{
    private readonly ulong hosts;
    private readonly ulong systems;
    private readonly int[] fromDays;
    private readonly WindowFigures[] figures;
    private readonly double[][] service;

    /// <summary>Compiles a window.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="window">The window.</param>
    /// <param name="sponsor">Index of its sponsor; -1 if it is multilateral.</param>
    /// <param name="states">Index of each state id.</param>
    public CompiledWindow(Scenario scenario, FinanceWindow window, int sponsor, IReadOnlyDictionary<string, int> states)
    {
        (Sponsor, Multilateral) = (sponsor, window.Multilateral);
        EnvelopeUsdBn = window.EnvelopeUsdBn;
        YearlyCapUsdBn = window.YearlyCapUsdBn;
        foreach (var host in window.Hosts) hosts |= 1UL << states[host];
        foreach (var system in window.Systems) systems |= 1UL << Array.FindIndex(scenario.Systems, s => s.Id == system);
        fromDays = Array.ConvertAll(window.Terms, t => t.FromDay);
        figures = Array.ConvertAll(window.Terms, t => WindowFigures.Of(
            new LoanTerms(t.RatePerYear, t.TenorYears, t.GraceYears), t.ShareFinanced, t.FundingRatePerYear,
            Array.Find(scenario.Currencies, c => c.Id == t.Currency)?.InflationPerYear
                ?? throw new ArgumentException($"Window {window.Id}: no currency {t.Currency}."),
            t.GuaranteeWaivable));
        // What a shared window's loan costs is its members' business, and no sponsor's.
        if (sponsor < 0) figures = Array.ConvertAll(figures, static f => f with { SubsidyPerFace = 0 });
        var years = ServiceYears(scenario);
        service = Array.ConvertAll(figures, f => BlendedService.PerUnitOfFace(f.Terms, f.InflationPerYear, years));
    }

    /// <summary>Index of the sponsor that may use it; -1 if all may.</summary>
    public int Sponsor { get; }

    /// <summary>The rules it brings along if all may use it; null if it is a sponsor's own.</summary>
    public Multilateral? Multilateral { get; }

    /// <summary>Money it starts with, USD bn.</summary>
    public double EnvelopeUsdBn { get; }

    /// <summary>Money it can commit in a year, USD bn.</summary>
    public double YearlyCapUsdBn { get; }

    /// <summary>Whether it lends for a segment on a day; money left is not looked at.</summary>
    public bool Serves(CompiledSegment segment, int day) => Serves(segment.Hosts.Mask, segment.System) && FirstDay <= day;

    /// <summary>Whether it lends for a system of some states once its first terms are in force.</summary>
    internal bool Serves(ulong states, int system) => (hosts & states) != 0 && (systems >> system & 1) != 0;

    /// <summary>Day from which its first terms are in force.</summary>
    internal int FirstDay => fromDays.Length == 0 ? int.MaxValue : fromDays[0];

    /// <summary>Whether it lends for a segment on a day, and on what terms; money left is not looked at.</summary>
    public bool Lends(CompiledSegment segment, int day, out WindowFigures terms) => LendsIn(BandOn(day), segment, out terms);

    /// <summary>The same on some of its terms; -1 before the first.</summary>
    internal bool LendsIn(int band, CompiledSegment segment, out WindowFigures terms)
    {
        if (band < 0 || !Serves(segment.Hosts.Mask, segment.System))
        {
            terms = default;
            return false;
        }
        terms = figures[band];
        // A window that does not serve all the states that share a line lends for the part that lies in those it does.
        if (segment.Hosts.AreSeveral) terms = terms with { ShareFinanced = terms.ShareFinanced * segment.Hosts.ShareIn(hosts) };
        return true;
    }

    /// <summary>How many terms it has, one after the other.</summary>
    internal int Bands => figures.Length;

    /// <summary>Days from which they are in force.</summary>
    internal ReadOnlySpan<int> FromDays => fromDays;

    /// <summary>Some of them.</summary>
    internal WindowFigures FiguresIn(int band) => figures[band];

    /// <summary>Grant element of its terms on a day, as a share of face; of its first terms before they are in force.</summary>
    public double GrantElementOn(int day) => figures[Math.Max(0, BandOn(day))].GrantElement;

    /// <summary>Real service per unit of face on some of its terms, by year since close, padded to <see cref="ServiceYears"/>; of its first terms before.</summary>
    internal ReadOnlySpan<double> ServiceIn(int band) => service[Math.Max(0, band)];

    /// <summary>Years that tables of service hold in a scenario: its longest tenor and the year of close, padded.</summary>
    public static int ServiceYears(Scenario scenario)
    {
        var longest = 0;
        foreach (var window in scenario.Windows)
            foreach (var terms in window.Terms) longest = Math.Max(longest, terms.TenorYears);
        return Lanes.Padded(longest + 1);
    }

    /// <summary>Index of its terms in force on a day; -1 before the first.</summary>
    internal int BandOn(int day)
    {
        var band = -1;
        while (band + 1 < fromDays.Length && fromDays[band + 1] <= day) band++;
        return band;
    }
}
