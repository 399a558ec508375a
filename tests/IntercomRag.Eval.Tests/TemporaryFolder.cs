namespace IntercomRag.Eval.Tests;

/// <summary>Files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eval-tests-");

    public string PathTo(string name) => Path.Combine(_folder.FullName, name);

    /// <returns>Path of the file.</returns>
    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(PathTo(name), lines);
        return PathTo(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
