using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report.Html.Conversations;

/// <summary>What the list shows of a conversation while it is closed, and what its filter asks for.</summary>
public static class ConversationCard
{
    /// <summary>The customer's last words; several bubbles in a row stand together.</summary>
    public static string QuestionOf(ConversationResult conversation)
    {
        var last = conversation.Turns.Reverse().TakeWhile(turn => turn.Role == "customer").Reverse().Select(turn => turn.Text.Trim());
        var question = string.Join(" · ", last.Where(text => text.Length > 0));
        return question.Length > 0 ? question : conversation.Turns.Count > 0 ? "(no words)" : conversation.Id;
    }

    public static string VerdictOf(ConversationResult conversation) => conversation.Passed switch { true => "passed", false => "failed", null => "open" };

    /// <summary>Cell of the confusion matrix, <c>escalate→answer</c>; null when nothing was expected.</summary>
    public static string? CellOf(ConversationResult conversation) => conversation.Expected is { Action: { } expected } label
        ? $"{expected}→{(label.Accept.Contains(conversation.Got.Action) ? expected : conversation.Got.Action)}"
        : null;

    /// <summary>Reasons that the filter finds it by: the expected one and the given one.</summary>
    public static IEnumerable<string> ReasonsOf(ConversationResult conversation) =>
        new[] { conversation.Expected?.Reason, conversation.Got.Reason }.OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Failed measures first, then by name.</summary>
    public static IEnumerable<KeyValuePair<string, MeasureResult>> MeasuresOf(ConversationResult conversation) => conversation.Measures
        .OrderBy(measure => measure.Value.Passed switch { false => 0, true => 1, null => 2 })
        .ThenBy(measure => measure.Key, StringComparer.Ordinal);

    /// <summary>Why it failed, in one line; null when it did not.</summary>
    public static string? FailureOf(ConversationResult conversation)
    {
        var failed = MeasuresOf(conversation).Where(measure => measure.Value.Passed is false).ToList();
        return failed.Count == 0 ? null : string.Join(" · ", failed.Select(measure => measure.Value.Reason ?? measure.Key).Distinct());
    }
}
