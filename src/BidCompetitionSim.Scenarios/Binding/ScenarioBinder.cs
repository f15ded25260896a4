using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Checking;
using BidCompetitionSim.Scenarios.Deriving;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>Binds the merged tree of a scenario: sources first, then the records, then what rules compute, then the checks across records.</summary>
internal sealed class ScenarioBinder
{
    private const string Sources = "sources", Start = "start";

    private readonly Mapping _tree;
    private readonly Problems _problems;
    private readonly Context _context;

    private ScenarioBinder(Mapping tree, Problems problems, Origins origins)
    {
        (_tree, _problems) = (tree, problems);
        _context = new Context(problems, ReadSources(), ReadStart(), origins);
    }

    /// <summary>Binds a tree that is merged and expanded.</summary>
    /// <param name="values">Numbers that an analysis sets to other values, by the node they are written at; null for none.</param>
    public static Bound Bind(Mapping tree, Problems problems, IReadOnlyDictionary<Node, double>? values = null)
    {
        var binder = new ScenarioBinder(tree, problems, new Origins(values));
        var scenario = binder.Bind();
        return new Bound(scenario, problems.ToArray(), new Provenance(scenario is null ? null : tree, binder._context));
    }

    private Scenario? Bind()
    {
        var binder = new Binder(_context);
        var inputs = RecordType.Of(typeof(RuleInputs));
        var own = Merge.Without(_tree, key => TopLevel.IsNoField(key) || inputs.Find(key) is not null);
        var scenario = (Scenario)binder.Record(RecordType.Of(typeof(Scenario)), own, KeyPath.Root);
        var rules = (RuleInputs)binder.Record(inputs, Merge.Without(_tree, key => inputs.Find(key) is null), KeyPath.Root);
        if (_problems.PartUnread) return null;
        Rules.Apply(scenario, rules, _context);
        NameChecks.Run(scenario, _context);
        if (_problems.Count > 0) return null;
        var used = Library.KeepUsed(scenario);
        ShapeChecks.Run(used, _context);
        return _problems.Count > 0 ? null : used;
    }

    private Dictionary<string, string> ReadSources()
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_tree[Sources] is not { } node) return sources;
        var path = KeyPath.Root.Key(Sources);
        if (node is Mapping map)
            foreach (var entry in map.Entries)
            {
                sources[entry.Key.Text] = (entry.Value as Scalar)?.Text ?? "";
                if (entry.Value is not Scalar { IsNothing: false, Text.Length: > 0 }) _problems.Add(entry.Value, path.Key(entry.Key.Text), "a citation");
            }
        else _problems.Add(node, path, "a map from keys to citations");
        return sources;
    }

    // A start that is no text, or not there, is found when the scenario's texts are bound.
    private DateOnly? ReadStart()
    {
        if (_tree[Start] is not Scalar { IsNothing: false, Text.Length: > 0 } start) return null;
        var date = ScalarReader.DateOf(start.Text);
        if (date is null) _problems.Add(start, KeyPath.Root.Key(Start), ScalarReader.ExpectedDate);
        return date;
    }
}
