namespace IntercomRag.Eval.Commands;

/// <summary>Where the demo set stands, from the repository's root.</summary>
internal static class Defaults
{
    public const string Conversations = "eval/conversations.jsonl";
    public const string Baseline = "eval/baseline.json";
    public const string Rules = "eval/gate.json";
    public const string Confidence = "policies/confidence.json";
    public const string Output = "artifacts/eval";
}
