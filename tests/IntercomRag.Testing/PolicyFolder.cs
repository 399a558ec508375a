namespace IntercomRag.Testing;

/// <summary>The policy folder of the repository: what users get.</summary>
public static class PolicyFolder
{
    /// <summary>Absolute path.</summary>
    public static string Shipped { get; } = Path.Combine(RepositoryRoot.Folder, "policies");

    /// <summary>Copies it, folders inside included, for a test that changes a file.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(folder, Path.GetRelativePath(Shipped, file)));
            copy.Directory!.Create();
            File.Copy(file, copy.FullName, overwrite: true);
        }
    }
}
