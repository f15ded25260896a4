namespace BidCompetitionSim.Model.Tendering;

/// <summary>The named arrangements of the sources, as vectors of switches.</summary>
public static class Arrangements
{
    /// <summary>Names of the arrangements, in the order in which a comparison shows them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["bilateral", "bilateral-open", "spec-only", "advisory", "asean-led", "asean-led-mandatory"];

    /// <summary>Names of further arrangements, which a scenario has only if it or whoever plays it names them.</summary>
    public static IReadOnlyList<string> Further { get; } = ["bundled", "consortium"];

    /// <summary>All names that <see cref="Named"/> knows.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names, .. Further];

    /// <summary>The arrangement of that name under a Secretariat, whose strength and mandate set the regional weight; null if there is none.</summary>
    public static Arm? Named(string name, Secretariat.Secretariat secretariat)
    {
        var bilateral = new Arm
        {
            Id = name, RegionalWeight = 0, Opacity = 1, Opinion = OpinionRule.None, Specification = SpecificationRule.None,
            BestAndFinal = false, Floor = false, Consent = ConsentRule.Host, ConsultCorridor = false,
        };
        var led = bilateral with
        {
            RegionalWeight = secretariat.Strength * secretariat.Mandate, Opacity = 0.2, Opinion = OpinionRule.Published,
            Specification = SpecificationRule.Offered, BestAndFinal = true, Floor = true, Consent = ConsentRule.Unanimity, ConsultCorridor = true,
        };
        return name switch
        {
            "bilateral" => bilateral,
            "bilateral-open" => bilateral with { Opacity = 0.2 },
            "spec-only" => bilateral with { Specification = SpecificationRule.Offered },
            "advisory" => bilateral with
            {
                RegionalWeight = secretariat.AdviceFactor * secretariat.Strength, Opacity = 0.6,
                Opinion = OpinionRule.Published, Specification = SpecificationRule.Offered,
            },
            "asean-led" => led,
            "asean-led-mandatory" => led with { Specification = SpecificationRule.Mandatory },
            "bundled" => led with { Letting = LettingRule.Package },
            "consortium" => bilateral with { JointBids = true },
            _ => null,
        };
    }
}
