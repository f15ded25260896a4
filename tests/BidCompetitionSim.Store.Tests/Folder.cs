namespace BidCompetitionSim.Store.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bidsim-store-").FullName;

    public string Store => At("results.db");

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
