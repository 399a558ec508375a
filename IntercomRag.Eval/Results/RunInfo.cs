namespace IntercomRag.Eval.Results;

/// <summary>What was measured. It holds no time and no machine: the same input gives the same bytes.</summary>
/// <param name="Command">The command that measures the same again.</param>
/// <param name="Articles">File or folder of the articles, as it was given; null for traces that were scored without.</param>
/// <param name="Conversations">File of the recorded conversations, or of the traces.</param>
/// <param name="PolicyVersion">Digest of the policy files in use; null when no span told.</param>
/// <param name="ArticleCount">Articles in the index, each language counted.</param>
/// <param name="ConversationCount">Conversations measured.</param>
/// <param name="Model">Model that the turns could ask; null for none.</param>
public sealed record RunInfo(
    string Command, string? Articles, string Conversations, string? PolicyVersion, int ArticleCount, int ConversationCount, string? Model = null);
