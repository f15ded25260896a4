using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios;

namespace BidCompetitionSim.Experiments.Designs;

/// <summary>
/// The name of an experiment in stores: an x and the first 12 hexadecimal digits of a SHA-256 over everything that decides its rows and what they are
/// called, but for how many replications there are, so that a stored experiment can be extended. The x keeps readers of tables from taking a name
/// such as 1e5600000000 for a number.
/// </summary>
public static class ExperimentId
{
    private const int Digits = 12;

    /// <summary>The id of a plan.</summary>
    public static string Of(ExperimentPlan plan) => $"x{Convert.ToHexStringLower(SHA256.HashData(Canonical(plan)))[..Digits]}";

    private static ReadOnlySpan<byte> Canonical(ExperimentPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("encoding", RunDigest.Encoding);
            json.WriteString("scenario", ResolvedScenario.Of(plan.Scenario.Scenario!).Hash);
            json.WriteNumber("seed", plan.Seed);
            json.WriteBoolean("uncertain", plan.Uncertain);
            if (plan.Uncertain)
            {
                json.WritePropertyName("ranges");
                DrawnRanges.Write(json, plan.Scenario);
            }
            Write(json, "arms", plan.Arms, Arm);
            Write(json, "factors", plan.Factors, static (json, factor) => json.WriteStringValue(factor.Name));
            Write(json, "points", plan.Points, static (json, point) => Numbers(json, point.Values));
            Write(json, "measures", plan.Measures, static (json, measure) => json.WriteStringValue(measure.Id));
            json.WriteEndObject();
        }
        return buffer.WrittenSpan;
    }

    private static void Arm(Utf8JsonWriter json, PlannedArm arm)
    {
        json.WriteStartObject();
        json.WriteString("id", arm.Id);
        json.WriteString("arrangement", arm.Arrangement);
        Write(json, "set", arm.Set, static (json, set) => json.WriteStringValue(set));
        json.WriteString("takenFrom", arm.Taken?.From);
        Write(json, "taken", arm.Taken?.Switches ?? [], static (json, taken) => json.WriteStringValue(taken.ToString()));
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, IReadOnlyList<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberValue(value + 0.0);
        json.WriteEndArray();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
