namespace BidCompetitionSim.Store;

/// <summary>A store that cannot be opened, read or written: what happened, where, and what to do about it. What was stored before is intact.</summary>
public sealed class StoreException : Exception
{
    /// <summary>An error of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What happened, in one clause.</param>
    /// <param name="remedy">What to do, in one sentence.</param>
    /// <param name="cause">The error beneath; null if there is none.</param>
    public StoreException(string path, string problem, string remedy, Exception? cause = null)
        : base($"{path}: {problem}. {remedy}", cause)
    {
        (Path, Problem, Remedy) = (path, problem, remedy);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What happened.</summary>
    public string Problem { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
