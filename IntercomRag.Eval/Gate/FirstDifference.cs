using System.Globalization;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Gate;

/// <summary>The first step of a turn in which two runs differ: whatever follows may be its consequence.</summary>
internal static class FirstDifference
{
    private const int Compared = 3;

    public static (string Step, string Difference) Between(ConversationResult before, ConversationResult now)
    {
        var (old, got) = (before.Got, now.Got);
        (string Step, string What, string Before, string Now)[] facts =
        [
            ("own", "silence", Silence(old), Silence(got)),
            ("understand", "language", old.Language ?? "", got.Language ?? ""),
            ("understand", "tone", old.Tone ?? "", got.Tone ?? ""),
            ("understand", "signals", string.Join(" ", old.Signals), string.Join(" ", got.Signals)),
            ("retrieve", "words searched for", Number(old.QueryTerms), Number(got.QueryTerms)),
            ("retrieve", "passages", Ids(before), Ids(now)),
            ("retrieve", "confidence", Number(old.Confidence), Number(got.Confidence)),
            ("decide", "decision", $"{old.Action} {old.Rule}", $"{got.Action} {got.Rule}"),
            ("decide", "reason", old.Reason ?? "", got.Reason ?? ""),
            ("plan", "cited", string.Join(" ", old.Cited), string.Join(" ", got.Cited)),
            ("plan", "links", string.Join(" ", old.Links), string.Join(" ", got.Links)),
            ("plan", "reply", old.Reply ?? "", got.Reply ?? ""),
            ("act", "sent", string.Join(" ", old.Sent), string.Join(" ", got.Sent)),
            ("act", "team", old.Team ?? "", got.Team ?? ""),
        ];
        var first = Array.Find(facts, fact => fact.Before != fact.Now);
        return first.Step is null ? ("judge", "the turn is the same; the label or the measure changed") : (first.Step, $"{first.What}: {Shown(first.Before)} → {Shown(first.Now)}");
    }

    private static string Silence(Outcome outcome) => outcome is { Action: "silent", Rule: null } ? outcome.Reason ?? "" : "";

    private static string Ids(ConversationResult conversation) => string.Join(" ", conversation.Passages.Take(Compared).Select(passage => passage.Id));

    private static string Number(double? number) => number?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Shown(string value) => value.Length switch
    {
        0 => "nothing",
        > 120 => value[..120].ReplaceLineEndings(" ") + "…",
        _ => value.ReplaceLineEndings(" "),
    };
}
