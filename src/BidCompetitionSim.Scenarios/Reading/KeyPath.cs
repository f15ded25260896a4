using System.Text;

namespace BidCompetitionSim.Scenarios.Reading;

/// <summary>Where in a scenario a value stands: a chain of keys, written out only when somebody asks.</summary>
internal sealed class KeyPath
{
    private readonly KeyPath? _parent;
    private readonly string _step;

    private KeyPath(KeyPath? parent, string step) => (_parent, _step) = (parent, step);

    public static KeyPath Root { get; } = new(null, "");

    public KeyPath Key(string key) => new(this, key);

    public KeyPath Item(int index) => new(this, $"[{index}]");

    public KeyPath Item(string name) => new(this, $"[{name}]");

    /// <summary>The key so many steps above the last.</summary>
    public string ParentKey(int above) => above == 0 || _parent is null ? _step : _parent.ParentKey(above - 1);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (_parent is null) return;
        _parent.Write(text);
        if (text.Length > 0 && _step[0] != '[') text.Append('.');
        text.Append(_step);
    }
}
