using BidCompetitionSim.Model.Tendering;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>
/// The way from one arrangement to another, one switch at a time: each arm takes one more switch over, and the last is the other arrangement. What a
/// step does depends on the steps before it.
/// </summary>
/// <param name="Arms">The first arrangement, the steps, the other arrangement.</param>
/// <param name="Switches">By step: what was turned, for people.</param>
internal sealed record Decomposition(IReadOnlyList<PlannedArm> Arms, IReadOnlyList<string> Switches)
{
    /// <summary>Switches that the two have alike are no steps.</summary>
    public static Decomposition Of(Arm from, Arm to)
    {
        var turned = ArmSwitches.All.Where(one => !ArmSwitches.Alike(from, to, one)).ToArray();
        var arms = new List<PlannedArm> { new(from.Id, from.Id, []) };
        for (var k = 1; k < turned.Length; k++)
            arms.Add(new PlannedArm($"{from.Id}+{k}-{ArmSwitches.Word(turned[k - 1])}", from.Id, []) { Taken = new TakenSwitches(to.Id, turned[..k]) });
        arms.Add(new PlannedArm(to.Id == from.Id ? to.Id + "#2" : to.Id, to.Id, []));
        return new Decomposition(arms, turned.Length == 0 ? ["nothing"] : [.. turned.Select(ArmSwitches.Label)]);
    }
}
