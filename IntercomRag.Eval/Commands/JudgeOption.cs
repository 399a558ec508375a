using System.CommandLine;
using IntercomRag.Eval.Models;

namespace IntercomRag.Eval.Commands;

/// <summary>Whether a model judges the answers.</summary>
internal static class JudgeOption
{
    public static Option<bool> Create() => new("--judge")
    {
        Description = "Lets the model of the settings Judge__…, or else Model__…, judge relevance, groundedness and completeness of the answers. It advises; no gate listens.",
    };

    /// <summary>Null when none is wanted.</summary>
    /// <exception cref="EvalException">It is not configured.</exception>
    public static ConfiguredModel? Open(bool isJudged) => isJudged ? ConfiguredModel.Create(ModelSettings.OfJudge(), ModelSettings.Judge) : null;
}
