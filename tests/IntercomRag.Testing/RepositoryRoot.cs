namespace IntercomRag.Testing;

/// <summary>The folder that holds <c>IntercomRag.sln</c>, found upwards from the test's own output.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Absolute path.</summary>
    public static string Folder => Found.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IntercomRag.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"IntercomRag.sln was found in no folder above {AppContext.BaseDirectory}.");
    }
}
