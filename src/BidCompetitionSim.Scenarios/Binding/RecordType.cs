using System.Collections.Concurrent;
using System.Reflection;

namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>One of the scenario's records: its fields in the order of their declaration, which is also their order in the resolved scenario.</summary>
internal sealed class RecordType
{
    private static readonly ConcurrentDictionary<Type, RecordType> Known = new();

    private readonly Type _type;
    private readonly Dictionary<string, Field> _byKey;

    private RecordType(Type type)
    {
        _type = type;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Array.Sort(properties, static (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
        Fields = Array.ConvertAll(properties, static property => new Field(property));
        _byKey = new Dictionary<string, Field>(Fields.Length, StringComparer.Ordinal);
        foreach (var field in Fields) _byKey.Add(field.Key, field);
    }

    public string Name => _type.Name;

    public Field[] Fields { get; }

    /// <summary>Whether it is but a key and one other field, so that an entry of a table is that field.</summary>
    public bool IsPair => Fields.Length == 2 && Fields[0] is { IsKey: true, Name: not "id" };

    public IEnumerable<string> Keys => _byKey.Keys;

    public static RecordType Of(Type type) => Known.GetOrAdd(type, static type => new RecordType(type));

    public Field? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The field that has this name in a resolved scenario, where the unit belongs to the name.</summary>
    public Field? Named(string name) => Array.Find(Fields, field => field.Name == name);

    /// <summary>A record with nothing set; whoever makes it sets every field.</summary>
    public object New() => Activator.CreateInstance(_type)!;
}
