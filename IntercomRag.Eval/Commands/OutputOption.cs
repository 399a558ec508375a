using System.CommandLine;

namespace IntercomRag.Eval.Commands;

/// <summary>Where reports go.</summary>
internal static class OutputOption
{
    public static Option<string> Create() => new("--out")
    {
        Description = "Folder of the report.",
        HelpName = "folder",
        DefaultValueFactory = _ => Defaults.Output,
    };
}
