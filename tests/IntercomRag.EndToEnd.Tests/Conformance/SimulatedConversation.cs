namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>A conversation as the workspace knows it: the customer's opening message is the first part.</summary>
internal sealed record SimulatedConversation(string Id, string? AdminAssigneeId, string? TeamAssigneeId, IReadOnlyList<SimulatedPart> Parts)
{
    /// <summary>The assistant's own parts.</summary>
    public IEnumerable<SimulatedPart> Assistant => Parts.Where(part => part.Author.Id == SimulatedWorkspace.BotAdminId);

    /// <summary>What the assistant has told the customer.</summary>
    public IReadOnlyList<string> Replies => [.. Assistant.Where(part => part is { IsPublic: true, BodyHtml: not null }).Select(part => part.BodyHtml!)];

    /// <summary>The buttons that the assistant offers, newest last.</summary>
    public IReadOnlyList<SimulatedPart.Option> Options => [.. Assistant.SelectMany(part => part.QuickReplyOptions)];

    public override string ToString() =>
        $"assigned to {AdminAssigneeId ?? TeamAssigneeId ?? "nobody"}: {string.Join(" | ", Parts.Select(part => $"{part.Author.Type} {part.PartType}: {part.BodyHtml}"))}";
}
