namespace IntercomRag.Eval.Articles;

/// <summary>Finds out what kind of articles a path names.</summary>
public static class ArticleReader
{
    /// <summary>Word for "no articles at all".</summary>
    public const string None = "none";

    /// <summary>The demo workspace, which the build puts beside the program.</summary>
    public static string Demo { get; } = Path.Combine(AppContext.BaseDirectory, "Workspace", "Demo");

    /// <param name="path">An <c>articles.jsonl</c>, a workspace folder of the simulator, or <see cref="None"/>; null for the demo workspace.</param>
    /// <exception cref="EvalException">They cannot be used.</exception>
    public static ArticleSource Read(string? path)
    {
        if (path == None)
        {
            return ArticleSource.None;
        }

        if (path is null || Directory.Exists(path))
        {
            return WorkspaceFolder.Read(path ?? Demo) with { Name = path ?? "demo" };
        }

        return File.Exists(path)
            ? ArticleFile.Read(path)
            : throw new EvalException($"{path}: there is no such file or folder. Articles are an articles.jsonl, a workspace folder with seed.json, or \"{None}\".");
    }
}
