using System.Diagnostics;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Benchmarks.Regressions;

/// <summary>The tracked files of the repository, as they stand in the working tree, in a temporary folder that goes with this object.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(4);

    private RepositoryCopy()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("intercomrag-regressions-").FullName;

    public static async Task<RepositoryCopy> CreateAsync(CancellationToken cancellationToken)
    {
        var files = await RunAsync(RepositoryRoot.Folder, "git", ["-c", "core.quotePath=false", "ls-files"], cancellationToken);
        if (files.ExitCode != 0)
        {
            throw new InvalidOperationException($"git cannot list the files of {RepositoryRoot.Folder}:\n{files.Output}");
        }

        var copy = new RepositoryCopy();
        foreach (var file in files.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var from = Path.Combine(RepositoryRoot.Folder, file);
            var to = Path.Combine(copy.Folder, file);
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to);
            }
        }

        return copy;
    }

    /// <summary>Makes a change until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">What it changes is not there.</exception>
    public IDisposable Apply(SeededChange change)
    {
        var path = Path.Combine(Folder, change.File);
        var text = File.ReadAllText(path);
        var changed = change.Edit(text);
        if (changed == text)
        {
            throw new InvalidOperationException("it changes nothing.");
        }

        File.WriteAllText(path, changed);
        return new Restored(() => File.WriteAllText(path, text));
    }

    /// <summary>
    /// Puts what was built of one project, its assembly and its content, over the same files of a program, until the result is disposed. Assemblies of
    /// other projects stay: those beside it may be from an earlier change.
    /// </summary>
    public IDisposable PutInto(string program, string project)
    {
        var (from, to) = (Output(project), Output(program));
        List<(string Path, byte[] Bytes)> before = [];
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            var isOwn = Path.GetExtension(file) != ".dll" || Path.GetFileNameWithoutExtension(file) == project;
            if (isOwn && File.Exists(path))
            {
                before.Add((path, File.ReadAllBytes(path)));
                File.Copy(file, path, overwrite: true);
            }
        }

        return new Restored(() => before.ForEach(file => File.WriteAllBytes(file.Path, file.Bytes)));
    }

    /// <summary>Where the build puts a project.</summary>
    public string Output(string project) => Path.Combine(Folder, "artifacts", "bin", project, "release");

    /// <summary>Runs dotnet in the copy, to its end.</summary>
    public Task<(int ExitCode, string Output)> DotnetAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(Folder, "dotnet", arguments, cancellationToken);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_deadline);
        await using var process = new TestProcess(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder });
        var code = await process.WaitForExitAsync(deadline.Token);
        return (code, process.Output);
    }

    private sealed class Restored(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
