using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Checking;

/// <summary>Weights that are divided by their sum. A weight with a problem of its own is no number and trips nothing here.</summary>
internal static class WeightChecks
{
    public static void Run(Scenario scenario, Findings findings)
    {
        var (scoring, secretariat) = (scenario.Scoring, scenario.Secretariat);
        var cohesion = scoring.PhysicalWeight + scoring.InstitutionalWeight + scoring.PeopleWeight + scoring.EquityWeight + scoring.DiplomaticWeight;
        if (cohesion <= 0) findings.Add(scenario, "scoring", $"weights of cohesion that sum to {Shown.Number(cohesion)}", "a sum above 0");
        var regional = secretariat.CompatibilityWeight + secretariat.ViabilityWeight + secretariat.CohesionWeight;
        if (regional <= 0) findings.Add(scenario, "secretariat", $"weights of the regional score that sum to {Shown.Number(regional)}", "a sum above 0");
    }
}
