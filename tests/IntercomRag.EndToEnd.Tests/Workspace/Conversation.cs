namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>A conversation with all its parts; the customer's first message is the first of them.</summary>
internal sealed record Conversation(string Id, string? AdminAssigneeId, string? TeamAssigneeId, IReadOnlyList<Part> Parts)
{
    /// <summary>All that the assistant did.</summary>
    public IEnumerable<Part> ByAssistant => Parts.Where(part => part.ByAssistant);

    /// <summary>What the assistant said to the customer, buttons left out.</summary>
    public IReadOnlyList<Part> Replies => [.. ByAssistant.Where(part => part is { IsPublic: true, Text.Length: > 0 })];

    /// <summary>The buttons that were offered last.</summary>
    public IReadOnlyList<QuickReply> Offered => Parts.LastOrDefault(part => part.QuickReplyOptions.Count > 0)?.QuickReplyOptions ?? [];

    /// <summary>All that a customer can read.</summary>
    public string SeenByCustomer => string.Join('\n', Parts.Where(part => part.IsPublic).Select(part => part.Text));

    public override string ToString() => $"conversation {Id}, team {TeamAssigneeId ?? "none"}, admin {AdminAssigneeId ?? "none"}:\n{string.Join('\n', Parts)}";
}
