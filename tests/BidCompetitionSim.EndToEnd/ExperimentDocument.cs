using System.Text.Json.Nodes;

namespace BidCompetitionSim.EndToEnd;

/// <summary>What <c>compare --output json</c> wrote, as a stranger reads it.</summary>
internal sealed class ExperimentDocument
{
    private const string Rate = "replicationsPerSecond";

    private readonly JsonObject _root;

    private ExperimentDocument(JsonObject root) => _root = root;

    public static ExperimentDocument Of(Finished finished) => new(JsonNode.Parse(finished.Output)!.AsObject());

    /// <summary>Everything but the one number that depends on the machine.</summary>
    public string WithoutRate
    {
        get
        {
            var copy = _root.DeepClone().AsObject();
            copy.ContainsKey(Rate).ShouldBeTrue();
            copy.Remove(Rate);
            return copy.ToJsonString();
        }
    }

    public string Status => Text("status");

    public string Id => Text("experiment");

    public long Done => _root["done"]!.GetValue<long>();

    public long Failed => _root["failed"]!.GetValue<long>();

    public long Replications => _root["replications"]!.GetValue<long>();

    public JsonArray Arms => _root["arms"]!.AsArray();

    public JsonArray Failures => _root["failures"]!.AsArray();

    public JsonNode? this[string member] => _root[member];

    public JsonArray Pairs => _root["points"]![0]!["pairs"]!.AsArray();

    public string Text(string member) => _root[member]!.GetValue<string>();

    /// <summary>The comparison of one measure in a pair.</summary>
    public static JsonObject Measure(JsonNode pair, string measure) => pair["measures"]!.AsArray().Single(one => one!["measure"]!.GetValue<string>() == measure)!.AsObject();
}
