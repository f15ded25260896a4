using BidCompetitionSim.Model.Sponsors;
using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Model.Messages;

/// <summary>What an agent is told when it takes its seat, and what it discloses when it leaves.</summary>
public sealed partial class Translation
{
    internal static ArmTerms Write(Arm arm) => new()
    {
        Id = arm.Id, RegionalWeight = arm.RegionalWeight, Opacity = arm.Opacity, Opinion = arm.Opinion, Specification = arm.Specification,
        BestAndFinal = arm.BestAndFinal, Floor = arm.Floor, Consent = arm.Consent, ConsultCorridor = arm.ConsultCorridor,
        Letting = arm.Letting, JointBids = arm.JointBids,
    };

    internal static Arm Read(ArmTerms arm) => new()
    {
        Id = arm.Id, RegionalWeight = arm.RegionalWeight, Opacity = arm.Opacity, Opinion = arm.Opinion, Specification = arm.Specification,
        BestAndFinal = arm.BestAndFinal, Floor = arm.Floor, Consent = arm.Consent, ConsultCorridor = arm.ConsultCorridor,
        Letting = arm.Letting, JointBids = arm.JointBids,
    };

    /// <summary>A 64-bit key or fingerprint as 16 hexadecimal digits.</summary>
    public static string WriteHex(ulong bits) => bits.ToString("x16");

    /// <summary>A 64-bit key or fingerprint written as 16 hexadecimal digits.</summary>
    public static ulong ReadHex(string digits) =>
        ulong.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var bits) && digits.Length == 16
            ? bits : throw new ArgumentException($"'{digits}' is not 16 hexadecimal digits.");

    /// <summary>What a sponsor had come to believe.</summary>
    public BeliefsDisclosed Disclose(SponsorMind mind, int day)
    {
        var rooms = mind.RoomsOn(day);
        var windows = new WindowLeft[rooms.Length];
        for (var w = 0; w < windows.Length; w++)
            windows[w] = new WindowLeft { Window = WindowId(Compiled.WindowsOfSponsor[mind.Sponsor][w]), EnvelopeUsdBn = rooms[w].EnvelopeUsdBn };
        var rivals = new List<RivalBelief>();
        for (var system = 0; system < Compiled.Systems.Length; system++)
            for (var rival = 0; rival < Compiled.Sponsors; rival++)
                if (rival != mind.Sponsor && Compiled.Capabilities[system][rival] is not null) rivals.Add(Disclose(mind, system, rival));
        return new BeliefsDisclosed
        {
            Sponsor = SponsorId(mind.Sponsor), Day = day, Pressure = mind.PressureOn(day), FiscalWeight = mind.FiscalWeight,
            Windows = windows, Rivals = [.. rivals],
        };
    }

    private RivalBelief Disclose(SponsorMind mind, int system, int rival)
    {
        var belief = mind.BeliefOf(system, rival);
        return new RivalBelief
        {
            System = Compiled.Scenario.Systems[system].Id, Rival = SponsorId(rival), Mean = belief.Mean, Variance = belief.Variance,
            Participation = mind.ParticipationOf(system, rival).Mean,
        };
    }
}
