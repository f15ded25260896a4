using System.Globalization;
using System.Text;
using BidCompetitionSim.Model.Simulation;
using BidCompetitionSim.Scenarios.Binding;

namespace BidCompetitionSim.Scenarios.Tests;

/// <summary>Writes a scenario as the file that an author would have written for it, every number assumed.</summary>
internal static class ScenarioText
{
    public static string Of(Scenario scenario)
    {
        var text = new StringBuilder("# yaml-language-server: $schema=scenario.schema.json\n");
        Record(text, RecordType.Of(typeof(Scenario)), scenario, 0, DateOnly.Parse(scenario.StartDate, CultureInfo.InvariantCulture), skip: 0);
        return text.ToString();
    }

    private static void Record(StringBuilder text, RecordType type, object record, int indent, DateOnly start, int skip)
    {
        foreach (var field in type.Fields.Skip(skip))
        {
            var value = field.Get(record);
            if (field.Elective && Field.IsEmpty(value)) continue;
            if (value is null)
            {
                if (field.Key == "forecastEirr") text.Append(' ', indent).Append("forecastEirr: { derivation: gravity }\n");
                if (field.Key == "forecastFirr") text.Append(' ', indent).Append("forecastFirr: { derivation: financial-gap }\n");
                continue;
            }
            text.Append(' ', indent).Append(field.Key).Append(':');
            Value(text, field, value, indent, start);
        }
    }

    private static void Value(StringBuilder text, Field field, object value, int indent, DateOnly start)
    {
        switch (value)
        {
            case double or int when field.Kind != FieldKind.Date:
                var number = ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture);
                var unit = field.Unit == "1" ? "" : $"unit: {field.Unit}, ";
                text.Append($" {{ value: {number}, {unit}assumed: for a test, range: [{number}, {number}] }}\n");
                break;
            case int day: text.Append($" {start.AddDays(day):yyyy-MM-dd}\n"); break;
            case bool flag: text.Append(flag ? " true\n" : " false\n"); break;
            case string s: text.Append($" \"{s}\"\n"); break;
            case string[] names: text.Append($" [{string.Join(", ", names)}]\n"); break;
            case Enum choice: text.Append($" {RecordKeys.KebabCase(choice.ToString())}\n"); break;
            case Array { Length: 0 }: text.Append(field.Kind == FieldKind.List ? " []\n" : " {}\n"); break;
            case Array items: Items(text.Append('\n'), field, items, indent + 2, start); break;
            default: Record(text.Append('\n'), RecordType.Of(field.Type), value, indent + 2, start, skip: 0); break;
        }
    }

    private static void Items(StringBuilder text, Field field, Array items, int indent, DateOnly start)
    {
        var type = RecordType.Of(field.Type);
        foreach (var item in items)
        {
            text.Append(' ', indent);
            if (field.Kind == FieldKind.List) Record(text.Append("-\n"), type, item, indent + 2, start, skip: 0);
            else if (type.Fields is [var key, var only] && key.Key != "id") Value(text.Append($"{key.Get(item)}:"), only, only.Get(item)!, indent, start);
            else Record(text.Append($"{type.Fields[0].Get(item)}:\n"), type, item, indent + 2, start, skip: 1);
        }
    }
}
