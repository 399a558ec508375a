namespace IntercomRag.Benchmarks.Regressions;

/// <summary>Regressions that somebody who edits <c>policies/</c> can make.</summary>
internal static class PolicyChanges
{
    private const string Assistant = "policies/assistant.json";
    private const string Confidence = "policies/confidence.json";

    public static IReadOnlyList<SeededChange> All { get; } =
    [
        Of("answer threshold 0.4 → 0.6", Assistant, "\"answer\": 0.4", "\"answer\": 0.6"),
        Of("answer threshold 0.4 → 0.2", Assistant, "\"answer\": 0.4", "\"answer\": 0.2"),
        Of("low confidence: offer instead of hand over", Assistant, "\"onLowConfidence\": \"escalate\"", "\"onLowConfidence\": \"offer\""),
        Of("complaints are answered, not handed over", Assistant, "\"complaint\": { \"action\": \"escalate\"", "\"complaint\": { \"action\": \"answer\""),
        Of("frustration noticed after 20 answers instead of 2", Assistant, "\"unhelpfulAnswers\": 2", "\"unhelpfulAnswers\": 20"),
        Of("long exchanges never handed over: limit 10 → 100", Assistant, "\"exchanges\": 10", "\"exchanges\": 100"),
        Of("questions back: 1 → 5 in a row", Assistant, "\"clarifications\": 1", "\"clarifications\": 5"),
        Of("history 15 → 1 message", Assistant, "\"messages\": 15", "\"messages\": 1"),
        Of("urgent problems: classifier alone from 0.9 → 0.3", Assistant, "\"urgent_problem\": { \"alone\": 0.9", "\"urgent_problem\": { \"alone\": 0.3"),
        Of("off-topic not recognized", Assistant, "\"off_topic\": { \"alone\": 0.85, \"withPhrase\": 0.1 }", "\"off_topic\": { \"alone\": 1, \"withPhrase\": 1 }"),
        Of("refunds not recognized", Assistant, "\"refund\": { \"alone\": 0.8, \"withPhrase\": 0.1 }", "\"refund\": { \"alone\": 1, \"withPhrase\": 1 }"),
        Of("thanks: no reaction any more", Assistant, "\"thanks\": { \"alone\": 0.65, \"withPhrase\": 0.1 }", "\"thanks\": { \"alone\": 1, \"withPhrase\": 1 }"),
        Of("French not supported", Assistant, "\"supported\": [\"fr\", \"en\"]", "\"supported\": [\"en\"]"),
        Of("VIP customers in the friendly tone", Assistant, "\"VIP\": \"professional\"", "\"VIP\": \"friendly\""),
        Of("refunds routed to the default team", Assistant, "\"reasons\": [\"refund\", \"cancel_account\"]", "\"reasons\": [\"cancel_account\"]"),
        new("confidence intercept 1.5 higher", ChangeKind.Policy, Confidence, Edits.Json(root => root["intercept"] = root["intercept"]!.GetValue<double>() + 1.5)),
        new("coverage ignored by the confidence", ChangeKind.Policy, Confidence, Edits.Json(root => root["coverageWeight"] = 0)),
        Of("a familiar greeting in the professional tone", "policies/messages.en.json", "\"professional\": \"Hello {firstName},\"", "\"professional\": \"Hey {firstName}!\""),
        new("French phrases of \"yes\" removed", ChangeKind.Policy, "policies/escalation.fr.json", Edits.Without("yes", "phrases")),
        new("exceptions to the English phrases of refunds removed", ChangeKind.Policy, "policies/escalation.en.json", Edits.Without("refund", "unless")),
    ];

    private static SeededChange Of(string name, string file, string find, string replacement) =>
        new(name, ChangeKind.Policy, file, Edits.Replace(find, replacement));
}
