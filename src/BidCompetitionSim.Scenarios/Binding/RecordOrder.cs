namespace BidCompetitionSim.Scenarios.Binding;

/// <summary>The order of records in a resolved scenario: by their fields in the order of declaration, ids and dates first; so never by file.</summary>
internal sealed class RecordOrder(RecordType type) : IComparer<object>
{
    public int Compare(object? x, object? y)
    {
        foreach (var field in type.Fields)
        {
            var order = (field.Get(x!), field.Get(y!)) switch
            {
                (string a, string b) => string.CompareOrdinal(a, b),
                (double a, double b) => a.CompareTo(b),
                (int a, int b) => a.CompareTo(b),
                (bool a, bool b) => a.CompareTo(b),
                _ => 0,
            };
            if (order != 0) return order;
        }
        return 0;
    }
}
