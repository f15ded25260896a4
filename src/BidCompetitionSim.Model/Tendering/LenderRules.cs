using BidCompetitionSim.Model.Finance;

namespace BidCompetitionSim.Model.Tendering;

/// <summary>Under whose rules a loan is lent: those of the arrangement and the sponsor, or of multilateral lenders where they are stricter.</summary>
/// <param name="Opacity">Opacity of the tender as far as rents go, in [0, 1].</param>
/// <param name="Laxity">Laxity of the control of corruption, at least 0.</param>
/// <param name="ExtraYears">What processing adds before financial close, years.</param>
public readonly record struct LenderRules(double Opacity, double Laxity, double ExtraYears)
{
    private const double DaysPerYear = 365.25;

    /// <summary>Whole days that processing adds before financial close.</summary>
    public int ExtraDays => (int)Math.Round(ExtraYears * DaysPerYear, MidpointRounding.ToEven);

    /// <summary>The same with one more lender, whose rules count as far as they are stricter; null for a sponsor's own window.</summary>
    public LenderRules With(Multilateral? lender) => lender is null ? this : new LenderRules(
        Math.Min(Opacity, lender.OpacityCap), Math.Min(Laxity, lender.Laxity), Math.Max(ExtraYears, lender.ProcessingDays / DaysPerYear));
}
