using System.Globalization;
using System.Text;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report.JUnit;

/// <summary>What a failed case says.</summary>
internal static class FailureText
{
    /// <summary>The first passages are enough to see what was found instead.</summary>
    private const int Passages = 3;

    /// <summary><c>expected answer or offer (evidence), got escalate (low_confidence)</c>.</summary>
    public static string Message(ConversationResult conversation)
    {
        var got = WithReason(conversation.Got.Action, conversation.Got.Reason);
        return conversation.Expected is { Action: { } action } expected
            ? $"expected {WithReason(string.Join(" or ", [action, .. expected.Accept]), expected.Reason)}, got {got}"
            : $"got {got}";
    }

    public static string Details(ConversationResult conversation, IReadOnlyList<KeyValuePair<string, MeasureResult>> failed)
    {
        var text = new StringBuilder();
        Line(text, "customer", conversation.Turns.LastOrDefault(turn => turn.Role == "customer")?.Text);
        Line(text, "rule", conversation.Got.Rule);
        Line(text, "confidence", conversation.Got.Confidence?.ToString("F3", CultureInfo.InvariantCulture));
        foreach (var (name, measure) in failed)
        {
            Line(text, name, measure.Reason ?? "failed");
        }

        Line(text, "expected articles", conversation.Expected is { ArticleIds.Count: > 0 } expected ? string.Join(", ", expected.ArticleIds) : null);
        foreach (var passage in conversation.Passages.Take(Passages))
        {
            Line(text, "found", passage.Title is { } title ? $"{passage.Id} {title}" : passage.Id);
        }

        Line(text, "reply", conversation.Got.Reply);
        return text.ToString();
    }

    private static string WithReason(string action, string? reason) => string.IsNullOrEmpty(reason) ? action : $"{action} ({reason})";

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append('\n').Append(name).Append(": ").Append(value.ReplaceLineEndings("\n  "));
        }
    }
}
