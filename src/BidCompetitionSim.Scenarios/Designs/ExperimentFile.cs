using System.Text;
using BidCompetitionSim.Scenarios.Reading;

namespace BidCompetitionSim.Scenarios.Designs;

/// <summary>Loads experiment files. Bad text never throws: it comes back as problems.</summary>
public static class ExperimentFile
{
    /// <summary>Loads an experiment by path or by name.</summary>
    /// <param name="nameOrPath">
    /// A path to a file; or a name, looked for as experiments/NAME.yaml in the folder of scenarios given, in <c>./scenarios</c> and among what comes
    /// with the program, in this order.
    /// </param>
    /// <param name="folder">A folder of scenarios that is looked in first; null for the one that <see cref="LoadOptions.FolderVariable"/> names, if any.</param>
    public static LoadedExperiment Load(string nameOrPath, string? folder = null)
    {
        var problems = new Problems();
        if (ScenarioName.OfExperiment.Find(nameOrPath, folder, problems) is not { } found) return new LoadedExperiment(nameOrPath, null, null, null, problems);
        return Bind(found.Root, found.File, folder, problems);
    }

    /// <summary>Reads an experiment from text at hand.</summary>
    /// <param name="name">What problems call the file.</param>
    /// <param name="text">The text.</param>
    public static LoadedExperiment Parse(string name, string text) =>
        Bind(new TextRoot(name, Encoding.UTF8.GetBytes(text)), name, null, new Problems());

    internal static LoadedExperiment Bind(FileRoot root, string file, string? scenarios, Problems problems)
    {
        var name = root.Name(file);
        if (new IncludedFiles(problems).ReadWhole(root, file) is not { } map) return new LoadedExperiment(name, null, null, null, problems);
        var text = (ExperimentText)new TextBinder(problems).Record(typeof(ExperimentText), map, KeyPath.Root);
        return new LoadedExperiment(name, text, map, root.Folder, problems) { ScenarioFolder = scenarios };
    }
}
