using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Replay;

/// <summary>Finds the labels of turns that happened.</summary>
public static class TurnMatcher
{
    // Turns that only found out that nothing was to do, or that gave way to the next one.
    private static readonly HashSet<string> s_empty = ["nothing_new", "superseded", "given_back", "conversation_gone"];

    /// <summary>
    /// Without labels every turn that did something. With labels, of each labelled conversation the turn about the customer's last message: that is what the
    /// label is about. What has no label, and labels without a turn, are counted.
    /// </summary>
    /// <exception cref="EvalException">Not one turn is left.</exception>
    public static IReadOnlyList<ReplayedTurn> Match(
        IReadOnlyList<TurnTrace> happened, IReadOnlyList<RecordedConversation> records, string file, TraceWarnings warnings)
    {
        var turns = happened.Where(turn => turn.AgainAfter is null && (turn.Silence is null || !s_empty.Contains(turn.Silence))).ToList();
        if (turns.Count == 0)
        {
            throw new EvalException($"{file}: {happened.Count} turns in it, and none in which something was decided.");
        }

        if (records.Count == 0)
        {
            return [.. turns.Select(turn => new ReplayedTurn(null, turn))];
        }

        var byConversation = turns.ToLookup(turn => turn.ConversationId, StringComparer.Ordinal);
        var matched = new List<ReplayedTurn>();
        foreach (var record in records)
        {
            if (AboutTheLastMessage([.. byConversation[record.ConversationId ?? record.Id]]) is { } turn)
            {
                matched.Add(new ReplayedTurn(record, turn));
            }
            else
            {
                warnings.Add("trace_missing", $"{record.Origin}: \"{record.Id}\" has no turn in {file}, left out");
            }
        }

        var known = records.Select(record => record.ConversationId ?? record.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var turn in turns.Where(turn => !known.Contains(turn.ConversationId)))
        {
            warnings.Add("label_missing", $"{turn.Spans[0].Origin}: conversation {turn.ConversationId} has no label, left out");
        }

        return matched.Count > 0
            ? matched
            : throw new EvalException($"{file}: none of its conversations is among the {records.Count} labelled ones; \"conversation_id\" of a record names Intercom's id.");
    }

    // The assistant's own writes come back as webhooks: after a handover they begin a turn that finds the conversation handed over, and says nothing.
    private static TurnTrace? AboutTheLastMessage(List<TurnTrace> turns)
    {
        var about = turns.Where(turn => turn.MessageId == turns[^1].MessageId).ToList();
        return about.LastOrDefault(turn => turn.Outcome != "silent") ?? about.FirstOrDefault();
    }
}
