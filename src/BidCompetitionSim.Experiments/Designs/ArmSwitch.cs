using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>A switch of an arrangement, or two that act only together (docs/model.md §4.6).</summary>
public enum ArmSwitch
{
    /// <summary>Weight of the regional score in the award.</summary>
    RegionalWeight,

    /// <summary>Opacity of tendering.</summary>
    Opacity,

    /// <summary>Whether the Secretariat gives an opinion.</summary>
    Opinion,

    /// <summary>What the regional technical specification means.</summary>
    Specification,

    /// <summary>Best and final offers, and the floor they must reach.</summary>
    Floor,

    /// <summary>Whose consent an award needs.</summary>
    Consent,

    /// <summary>Whether states all along the corridor are consulted.</summary>
    ConsultCorridor,

    /// <summary>Whether lots are let one by one or together.</summary>
    Letting,

    /// <summary>Whether two bidders may make one joint bid.</summary>
    JointBids,
}

/// <summary>Turns switches.</summary>
internal static class ArmSwitches
{
    /// <summary>All of them, in the order in which a decomposition turns them.</summary>
    public static IReadOnlyList<ArmSwitch> All { get; } = Enum.GetValues<ArmSwitch>();

    /// <summary>An arm with some switches as another has them.</summary>
    public static Arm Take(this Arm arm, Arm other, IEnumerable<ArmSwitch> switches) => switches.Aggregate(arm, (taking, one) => Take(taking, other, one));

    /// <summary>Whether two arms have it alike.</summary>
    public static bool Alike(Arm arm, Arm other, ArmSwitch one) => Take(arm, other, one) == arm;

    /// <summary>Its name in an arm's id.</summary>
    public static string Word(ArmSwitch one) => one switch
    {
        ArmSwitch.RegionalWeight => "weight",
        ArmSwitch.Opacity => "openness",
        ArmSwitch.Opinion => "opinion",
        ArmSwitch.Specification => "specification",
        ArmSwitch.Floor => "floor",
        ArmSwitch.Consent => "consent",
        ArmSwitch.ConsultCorridor => "corridor",
        ArmSwitch.Letting => "letting",
        _ => "joint-bids",
    };

    /// <summary>Its name for people.</summary>
    public static string Label(ArmSwitch one) => one switch
    {
        ArmSwitch.RegionalWeight => "weight of the regional score",
        ArmSwitch.Opacity => "openness of tendering",
        ArmSwitch.Opinion => "published opinion of the Secretariat",
        ArmSwitch.Specification => "regional technical specification",
        ArmSwitch.Floor => "floor with best and final offers",
        ArmSwitch.Consent => "consent of the neighbours",
        ArmSwitch.ConsultCorridor => "consultation all along the corridor",
        ArmSwitch.Letting => "letting several lots together",
        _ => "joint bids",
    };

    private static Arm Take(Arm arm, Arm other, ArmSwitch one) => one switch
    {
        ArmSwitch.RegionalWeight => arm with { RegionalWeight = other.RegionalWeight },
        ArmSwitch.Opacity => arm with { Opacity = other.Opacity },
        ArmSwitch.Opinion => arm with { Opinion = other.Opinion },
        ArmSwitch.Specification => arm with { Specification = other.Specification },
        ArmSwitch.Floor => arm with { BestAndFinal = other.BestAndFinal, Floor = other.Floor },
        ArmSwitch.Consent => arm with { Consent = other.Consent },
        ArmSwitch.ConsultCorridor => arm with { ConsultCorridor = other.ConsultCorridor },
        ArmSwitch.Letting => arm with { Letting = other.Letting },
        _ => arm with { JointBids = other.JointBids },
    };
}
