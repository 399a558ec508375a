namespace IntercomRag.Eval.Articles;

/// <summary>Finds out what kind of articles a path names.</summary>
public static class ArticleReader
{
    /// <summary>Word for "no articles at all".</summary>
    public const string None = "none";

    /// <summary>Word for the demo workspace, which the build puts beside the program.</summary>
    public const string Demo = "demo";

    /// <param name="path">An <c>articles.jsonl</c>, a workspace folder of the simulator, <see cref="Demo"/> or <see cref="None"/>.</param>
    /// <exception cref="EvalException">They cannot be used.</exception>
    public static ArticleSource Read(string path)
    {
        if (path == None)
        {
            return ArticleSource.None;
        }

        if (path == Demo || Directory.Exists(path))
        {
            var folder = path == Demo ? Path.Combine(AppContext.BaseDirectory, "Workspace", "Demo") : path;
            return WorkspaceFolder.Read(folder) with { Name = path };
        }

        return File.Exists(path)
            ? ArticleFile.Read(path)
            : throw new EvalException($"{path}: there is no such file or folder. Articles are an articles.jsonl, a workspace folder with seed.json, \"{Demo}\" or \"{None}\".");
    }
}
