using System.Text;
using BidCompetitionSim.Scenarios.Binding;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios;

/// <summary>Loads scenarios. Bad text never throws: it comes back as problems.</summary>
public static class ScenarioFile
{
    /// <summary>Loads a scenario by path or by name.</summary>
    /// <param name="nameOrPath">
    /// A path to a file; or a name, looked for as NAME.yaml in the folder given, in <c>./scenarios</c> and among the scenarios that come
    /// with the program, in this order.
    /// </param>
    /// <param name="options">Where to look and what to change; null for nothing special.</param>
    public static LoadedScenario Load(string nameOrPath, LoadOptions? options = null)
    {
        options ??= new LoadOptions();
        var problems = new Problems();
        if (ScenarioName.OfScenario.Find(nameOrPath, options.Folder, problems) is not { } found)
            return new LoadedScenario(nameOrPath, Bound.Not(problems));
        return Load(found.Root, found.File, options, problems);
    }

    /// <summary>Loads a scenario from text at hand; what it includes is looked for among the scenarios that come with the program.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="options">What to change; null for nothing.</param>
    public static LoadedScenario Parse(string name, string text, LoadOptions? options = null) =>
        Parse(name, Encoding.UTF8.GetBytes(text), options);

    /// <inheritdoc cref="Parse(string, string, LoadOptions?)"/>
    public static LoadedScenario Parse(string name, byte[] text, LoadOptions? options = null) =>
        Load(new TextRoot(name, text), name, options ?? new LoadOptions(), new Problems());

    internal static LoadedScenario Load(FileRoot root, string file, LoadOptions options, Problems problems) =>
        new IncludedFiles(problems).Read(root, file) is { } merged
            ? Bind(root.Name(file), merged, options.Set, problems)
            : new LoadedScenario(root.Name(file), Bound.Not(problems));

    internal static LoadedScenario Bind(string foundAt, Mapping merged, IReadOnlyList<string> set, Problems problems) =>
        new(foundAt, ScenarioBinder.Bind(Overrides.Apply(merged, set, problems), problems), merged, set);
}
