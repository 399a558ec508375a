namespace IntercomRag.Testing;

/// <summary>
/// The reference data outside the repository: <c>INTERCOMRAG_SHARED</c>, or <c>shared</c> beside the repository. A test that needs it starts with
/// <c>var missing = SharedData.Missing("intercom"); Assert.SkipWhen(missing is not null, missing ?? "");</c>.
/// </summary>
public static class SharedData
{
    public const string Variable = "INTERCOMRAG_SHARED";

    /// <summary>Absolute path of the data folder, which need not exist.</summary>
    public static string Folder { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured
            ? configured
            : Path.Combine(RepositoryRoot.Folder, "..", "shared"));

    /// <param name="parts">Path below the data folder, such as <c>"data", "gitlab", "articles.jsonl"</c>.</param>
    public static string PathTo(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Null when the file or folder is there, else the message to skip the test with.</summary>
    /// <param name="parts">Path below the data folder; nothing for the folder itself.</param>
    public static string? Missing(params string[] parts)
    {
        var path = PathTo(parts);
        return Path.Exists(path) ? null : $"Reference data is not there: {path}. Set {Variable} to the folder that holds it.";
    }
}
