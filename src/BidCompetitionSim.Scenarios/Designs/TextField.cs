using System.Reflection;
using System.Runtime.CompilerServices;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>A property of a record that a file writes plainly: numbers without provenance, lists in the order of the file.</summary>
internal sealed class TextField(PropertyInfo property)
{
    private readonly QuantityAttribute? _quantity = property.GetCustomAttribute<QuantityAttribute>();

    public string Key { get; } = RecordKeys.CamelCase(property.Name);

    public Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    public double Min => _quantity?.Min ?? double.NegativeInfinity;

    public double Max => _quantity?.Max ?? double.PositiveInfinity;

    public string Meaning => _quantity?.Meaning ?? property.GetCustomAttribute<MeaningAttribute>()!.Text;

    public void Set(object record, object value) => property.SetValue(record, value);

    public static TextField[] Of(Type record) => [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .OrderBy(static property => property.MetadataToken).Select(static property => new TextField(property))];
}
