using IntercomRag.Core.Models.Recording;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Commands;

/// <summary>What to replay, and on what.</summary>
/// <param name="Articles">As <see cref="ArticleReader.Read"/> takes it.</param>
/// <param name="Policies">Null for those beside the program.</param>
/// <param name="Model">Whether a model is asked, and what becomes of its answers; null to ask none.</param>
/// <param name="IsJudged">A model judges the answers.</param>
internal sealed record ReplayRequest(
    string Articles,
    string Conversations,
    string? Policies,
    int? Limit,
    string? Locale,
    int Parallel,
    AgentRole Agents,
    (double Input, double Output)? Price,
    bool WithTimes,
    RecordingOptions? Model = null,
    bool IsJudged = false)
{
    /// <summary>The command that measures the same again, without what does not change the result.</summary>
    public string CommandLine => string.Join(
        ' ',
        new[]
        {
            "run",
            Articles == ArticleReader.Demo ? null : $"--articles {Articles}",
            $"--conversations {Conversations}",
            Limit is { } limit ? $"--limit {limit}" : null,
            Locale is { } locale ? $"--locale {locale}" : null,
            Policies is null ? null : "--policies …",
            Model switch { null => null, { Mode: RecordingMode.Replay, File: var file } => $"--recording {file}", _ => "--model" },
            IsJudged ? "--judge" : null,
        }.OfType<string>());
}
