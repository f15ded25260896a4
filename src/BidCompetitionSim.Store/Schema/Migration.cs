namespace BidCompetitionSim.Store.Schema;

/// <summary>A step from one version of the schema to the next. Steps are never edited once released: a change is a new step.</summary>
/// <param name="Version">The version it leads to, one more than the step before.</param>
/// <param name="Sql">Statements.</param>
internal sealed record Migration(int Version, string Sql);
