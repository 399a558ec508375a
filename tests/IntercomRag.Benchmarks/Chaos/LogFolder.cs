namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What the processes wrote, a file each; all lives of a process in one.</summary>
internal sealed class LogFolder(string path)
{
    private readonly Lock _gate = new();

    public string Path { get; } = Directory.CreateDirectory(path).FullName;

    public void Append(string name, string life)
    {
        lock (_gate)
        {
            File.AppendAllText(System.IO.Path.Combine(Path, $"{name}.log"), $"{life}\n----\n");
        }
    }
}
