namespace BidCompetitionSim.Model.Simulation;

/// <summary>What tells one run of a scenario and an arm from another.</summary>
/// <param name="ScenarioHash">Hash of the resolved scenario, in hexadecimal digits.</param>
/// <param name="Seed">The seed; only the host of the run knows it.</param>
/// <param name="Replication">Number of the replication.</param>
public readonly record struct RunKey(string ScenarioHash, ulong Seed, uint Replication);
