using System.Text.RegularExpressions;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.tone</c>: the marks of a tone in the assistant's own words, its quotations left out. No tone uses emoji, several exclamation marks or
/// the familiar form of address; the professional and the technical tone use no exclamation mark and no familiar greeting. Measured on replies
/// with captured text.
/// </summary>
public sealed partial class ToneEvaluator : TurnEvaluator
{
    public const string Name = "answer.tone";

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Trace.Reply is not { } reply || turn.Trace.Tone is not { } tone || !turn.Trace.HasReplied)
        {
            return [];
        }

        var quoted = (turn.Trace.Sentences ?? []).Where(sentence => !turn.IsWritten || turn.Trace.PassageTexts.Values.Any(text => text.Contains(sentence, StringComparison.Ordinal)));
        var own = quoted.Aggregate(reply, (text, sentence) => text.Replace(sentence, "", StringComparison.Ordinal));
        var mark = Loud().Match(own) is { Success: true } loud ? loud : tone == "friendly" ? null : Familiar().Match(own);
        return [YesNo(Name, mark?.Success != true, mark?.Success == true ? $"\"{mark.Value}\" in the {tone} tone" : null)];
    }

    [GeneratedRegex(@"[\u2600-\u27BF]|[\uD83C-\uD83E][\uDC00-\uDFFF]|!\s*!|(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Loud();

    [GeneratedRegex(@"!|(?<!\p{L})(?:hi|hey|salut|coucou)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Familiar();
}
