namespace IntercomRag.Benchmarks.Regressions;

/// <summary>A single change to a single file.</summary>
/// <param name="Name">What it does, for the table.</param>
/// <param name="File">From the repository's root.</param>
/// <param name="Edit">From the file's text to the changed one; throws when what it changes is not there.</param>
internal sealed record SeededChange(string Name, ChangeKind Kind, string File, Func<string, string> Edit)
{
    /// <summary>The gate reads these files where they stand; everything else is in the program.</summary>
    public bool NeedsBuild => !File.StartsWith("policies/", StringComparison.Ordinal) && !File.StartsWith("eval/", StringComparison.Ordinal);
}
