using BidCompetitionSim.Model.Simulation;

namespace BidCompetitionSim.Model.Tendering;

internal sealed class CohesionOutlook(Compiled compiled)
{
    public double Change(TenderView view, int standard) => compiled.States * 0;
    public void Forget() { }
}
