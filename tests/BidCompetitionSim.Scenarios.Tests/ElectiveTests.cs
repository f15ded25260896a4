using System.Text;
using System.Text.Json;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Resolving;

namespace BidCompetitionSim.Scenarios.Tests;

/// <summary>What a scenario may do without leaves no trace in the resolved scenario, so that hashes outlive new fields.</summary>
public sealed class ElectiveTests
{
    private const string Bare = """{"id":"a"}""";
    private const string Full = """{"id":"a","manner":"open","parts":[{"id":"p"}],"share":0.5,"used":true}""";

    [Fact]
    public void A_field_left_out_is_not_mentioned() => Encoding.UTF8.GetString(CanonicalWriter.Write(new Whole { Id = "a" })).ShouldBe(Bare);

    [Theory]
    [InlineData(Bare)]
    [InlineData(Full)]
    public void What_is_written_is_read_back(string json) => Encoding.UTF8.GetString(CanonicalWriter.Write(Read(json))).ShouldBe(json);

    [Fact]
    public void A_stranger_beside_a_field_left_out_is_refused() =>
        Should.Throw<FormatException>(() => Read("""{"id":"a","stranger":1}""")).Message.ShouldContain("more properties");

    [Fact]
    public void A_required_field_left_out_is_refused() => Should.Throw<FormatException>(() => Read("""{"used":true}""")).Message.ShouldContain("no id");

    private static object Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalReader.Record(RecordType.Of(typeof(Whole)), document.RootElement, "");
    }

    internal enum Manner
    {
        Closed,
        Open,
    }

    internal sealed record Part
    {
        public required string Id { get; init; }
    }

    internal sealed record Whole
    {
        public required string Id { get; init; }

        [Elective]
        public Manner Manner { get; init; }

        [Elective]
        public Part[] Parts { get; init; } = [];

        [Elective, Quantity(0, 1, "A share.")]
        public double? Share { get; init; }

        [Elective]
        public bool Used { get; init; }
    }
}
