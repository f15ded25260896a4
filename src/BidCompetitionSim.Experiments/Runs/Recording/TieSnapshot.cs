using BidCompetitionSim.Model.Diplomacy;
using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Experiments.Runs.Recording;

/// <summary>Ties on one day, row by row.</summary>
internal sealed record TieSnapshot(double[] ToSponsors, double[] ToStates)
{
    public static readonly TieSnapshot None = new([], []);

    public static TieSnapshot Of(Compiled compiled, DiplomaticState diplomacy)
    {
        var sponsors = new double[compiled.States * compiled.Sponsors];
        for (var state = 0; state < compiled.States; state++)
            for (var k = 0; k < compiled.Sponsors; k++) sponsors[state * compiled.Sponsors + k] = diplomacy.ToSponsor(state, k);
        var states = new double[compiled.States * compiled.States];
        for (var i = 0; i < compiled.States; i++)
            for (var j = 0; j < compiled.States; j++) states[i * compiled.States + j] = diplomacy.ToState(i, j);
        return new TieSnapshot(sponsors, states);
    }
}
