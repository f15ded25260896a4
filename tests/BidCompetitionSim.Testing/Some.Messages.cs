using BidCompetitionSim.Model.Messages;

namespace BidCompetitionSim.Testing;

public static partial class Some
{
    private static readonly double[] AwkwardDoubles =
        [-0.0, 0.1 + 0.2, double.Epsilon, -double.MaxValue, 1e308, 2.2250738585072009e-308, 12345678901234567, 1 / 3.0, 9007199254740993e3, -4.9e-320];

    private static readonly string[] AwkwardIds = ["đường-sắt", "", "ทางรถไฟ", "a\"b\\c", "😀/\u2028", "<script>&'"];

    /// <summary>Every type of message.</summary>
    public static Type[] MessageTypes { get; } =
        [.. typeof(IMessage).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IMessage))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>A message of a type whose members are as awkward as the type allows; another variant has other values everywhere.</summary>
    public static IMessage AwkwardMessage(Type type, int variant)
    {
        var next = variant * 7;
        return (IMessage)Awkward(type, ref next);
    }

    /// <summary>A value of a type that messages are made of.</summary>
    public static object Awkward(Type type, ref int next)
    {
        next++;
        if (type == typeof(double)) return AwkwardDoubles[next % AwkwardDoubles.Length];
        if (type == typeof(int)) return next % 2 == 0 ? int.MinValue + next : int.MaxValue - next;
        if (type == typeof(long)) return next % 2 == 0 ? long.MinValue + next : long.MaxValue - next;
        if (type == typeof(bool)) return next % 2 == 0;
        if (type == typeof(string)) return AwkwardIds[next % AwkwardIds.Length] + (next % 3 == 0 ? "" : next);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(next % Enum.GetValues(type).Length)!;
        if (!type.IsArray) return AwkwardRecord(type, ref next);
        var items = Array.CreateInstance(type.GetElementType()!, next % 3);
        for (var n = 0; n < items.Length; n++) items.SetValue(Awkward(type.GetElementType()!, ref next), n);
        return items;
    }

    /// <summary>Whether two values are alike to the last bit, the sign of zero included.</summary>
    public static bool SameBits(object one, object other)
    {
        if (one.GetType() != other.GetType()) return false;
        if (one is double a) return BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits((double)other);
        if (one is string or int or long or bool or Enum) return one.Equals(other);
        if (one is Array items)
        {
            var others = (Array)other;
            return items.Length == others.Length && Enumerable.Range(0, items.Length).All(n => SameBits(items.GetValue(n)!, others.GetValue(n)!));
        }
        return one.GetType().GetProperties().All(property => SameBits(property.GetValue(one)!, property.GetValue(other)!));
    }

    private static object AwkwardRecord(Type type, ref int next)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties()) property.SetValue(record, Awkward(property.PropertyType, ref next));
        return record;
    }
}
