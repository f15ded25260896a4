namespace BidCompetitionSim.Scenarios.Describing;

/// <summary>One value of a scenario as it is in force: written, laid under by defaults, or computed by a rule.</summary>
/// <param name="Path">Where it is, as <c>--set</c> names it, such as <c>states.LAO.weights.price</c>.</param>
/// <param name="Table">The same without the names of entries, such as <c>states.weights</c>; empty for values of the scenario itself.</param>
/// <param name="Entry">The names of the entries, such as <c>LAO</c>, from the outermost one in; none for values that there is only one of.</param>
/// <param name="Key">Its last name, such as <c>price</c>.</param>
/// <param name="Text">The value: a number in its unit, a date, a name; "-" where there is none.</param>
/// <param name="Unit">The unit; "1" for shares, scores and utilities, "date" for dates, empty for what is no number.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
public sealed record ScenarioValue(string Path, string Table, IReadOnlyList<string> Entry, string Key, string Text, string Unit, string Meaning);
