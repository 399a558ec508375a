namespace IntercomRag.Benchmarks.Chaos;

/// <param name="Steps">By time; the first is the customer's.</param>
internal sealed record ConversationScript(string Language, IReadOnlyList<ScriptStep> Steps);
