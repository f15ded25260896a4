namespace BidCompetitionSim.Scenarios.Tests;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bidsim-").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public Folder With(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
