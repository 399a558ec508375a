namespace IntercomRag.Eval.Commands;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Passed = 0;
    public const int Regression = 1;
    public const int CouldNotRun = 2;
}
