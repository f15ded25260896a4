using System.Text.Json;

namespace BidCompetitionSim.Store;

/// <summary>Which libraries a program runs with.</summary>
internal static class Libraries
{
    /// <summary>Version by package, from the list that the build leaves beside the program; and of SQLite, which comes inside of one.</summary>
    public static SortedDictionary<string, string> OfThisProcess()
    {
        var libraries = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["SQLite"] = Sqlite.Database.LibraryVersion };
        var lists = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(lists, static list => list.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)) is not { } own) return libraries;
        using var json = JsonDocument.Parse(File.ReadAllBytes(own));
        foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject())
            if (library.Value.GetProperty("type").GetString() == "package" && library.Name.Split('/') is [var name, var version])
                libraries[name] = version;
        return libraries;
    }
}
