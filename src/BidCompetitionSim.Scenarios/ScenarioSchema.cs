using System.Text;
using BidCompetitionSim.Scenarios.Schema;

namespace BidCompetitionSim.Scenarios;

/// <summary>The JSON Schema of scenario files, for editors: it completes, explains and checks while an author types.</summary>
public static class ScenarioSchema
{
    /// <summary>File name of the schema, which the first line of every scenario file names.</summary>
    public const string FileName = "scenario.schema.json";

    /// <summary>
    /// The schema (draft 2020-12), generated from the records that files are read into: closed objects, meanings, units, bounds. A file
    /// need not be complete, since it may include the rest, so the schema asks for no key; loading does.
    /// </summary>
    public static string Text() => Encoding.UTF8.GetString(SchemaWriter.Write()) + "\n";
}
