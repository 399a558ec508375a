using System.Text.Json.Nodes;

namespace IntercomRag.Benchmarks.Regressions;

/// <summary>Changes that may alter no judgement.</summary>
internal static class NeutralChanges
{
    public static IReadOnlyList<SeededChange> All { get; } =
    [
        Of("assistant.json without white space", "policies/assistant.json", Edits.Json(_ => { })),
        Of("an unused team added", "policies/assistant.json", Edits.Json(root => root["teams"]!["Partners"] = new JsonObject { ["hours"] = "office" })),
        Of("white space in escalation.fr.json", "policies/escalation.fr.json", Edits.Replace(", \"", ",\n\n        \"")),
        Of("phrases of escalation.en.json in reverse order", "policies/escalation.en.json", Edits.Json(ReversePhrases)),
        Of("keys of messages.en.json in reverse order", "policies/messages.en.json", Edits.Json(Edits.Reverse)),
        Of("examples of intents.fr.jsonl in reverse order", "policies/intents.fr.jsonl", Edits.ReverseLines),
        Of("conversations in reverse order", "eval/conversations.jsonl", Edits.ReverseLines),
        Of("collections in reverse order", "IntercomRag.Simulator/Workspace/Demo/seed.json", Edits.Json(root => Edits.Reverse(root["collections"]!.AsArray()))),
        Of("a private method renamed", "IntercomRag.Core/Retrieval/Words/CandidateRanking.cs", Edits.Replace("WeighPairs(", "SetWeightsOfPairs(")),
        Of("a log message reworded", "IntercomRag.Core/Knowledge/Sync/ArticleApplier.cs", Edits.Replace("cannot be read; the index keeps its last content", "is unreadable and stays as it was")),
        Of("a comment reworded", "IntercomRag.Core/Decisions/DecisionPolicy.cs", Edits.Replace("// What the Help Center answers is its subject", "// Evidence makes it a subject")),
    ];

    private static SeededChange Of(string name, string file, Func<string, string> edit) => new(name, ChangeKind.Neutral, file, edit);

    private static void ReversePhrases(JsonObject signals)
    {
        foreach (var (_, rule) in signals)
        {
            Edits.Reverse(rule!["phrases"]!.AsArray());
        }
    }
}
