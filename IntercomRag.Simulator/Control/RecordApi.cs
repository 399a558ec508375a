using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Simulator.Control;

/// <summary>What happened, for experiments that trust no log of the system under test.</summary>
internal static class RecordApi
{
    /// <summary>Conversations copied in one hold of the workspace's lock, so that reading thousands stops nobody.</summary>
    private const int Batch = 50;

    public static void MapRecord(this IEndpointRouteBuilder api) =>
        api.MapGet("/record", Record).WithSummary("Everything that happened in all conversations, for experiments");

    /// <param name="since">Unix milliseconds: only conversations in which something happened since. Default all.</param>
    private static Ok<IAsyncEnumerable<ConversationRecord>> Record(WorkspaceStore store, long? since) =>
        TypedResults.Ok(Read(store, since ?? long.MinValue).ToAsyncEnumerable());

    private static IEnumerable<ConversationRecord> Read(WorkspaceStore store, long since)
    {
        var ids = store.Read(workspace => workspace.Conversations.Values
            .Where(conversation => conversation.UpdatedAt.ToUnixTimeMilliseconds() >= since)
            .OrderBy(conversation => conversation.CreatedAt)
            .Select(conversation => conversation.Id)
            .ToList());
        return ids.Chunk(Batch).SelectMany(batch => store.Read(workspace => CopyOf(workspace, batch)));
    }

    /// <summary>A reset meanwhile leaves out what is gone.</summary>
    private static List<ConversationRecord> CopyOf(WorkspaceState workspace, string[] ids) =>
        [.. ids.Select(id => workspace.Conversations.GetValueOrDefault(id)).OfType<Conversation>().Select(RecordOf)];

    private static ConversationRecord RecordOf(Conversation conversation) => new(
        conversation.Id,
        conversation.ContactId,
        conversation.AdminAssigneeId,
        conversation.TeamAssigneeId,
        conversation.State,
        conversation.ReadAt.Count,
        [.. conversation.Tags.Select(applied => new TagRecord(applied.Tag.Name, applied.AdminId, applied.AppliedAt.ToUnixTimeMilliseconds()))],
        [.. conversation.SourceAndParts.Select(part => RecordOf(part, conversation.ReadAt))]);

    private static PartRecord RecordOf(ConversationPart part, List<DateTimeOffset> reads) => new(
        part.Id,
        part.PartType,
        part.Author.Type,
        part.Author.Id,
        part.CreatedAt.ToUnixTimeMilliseconds(),
        part.ReceivedAt?.ToUnixTimeMilliseconds(),
        reads.Where(read => read <= part.ReceivedAt).Select(read => (long?)read.ToUnixTimeMilliseconds()).LastOrDefault(),
        part.IsPublic,
        part.AssignedTo,
        part.Body?.Text);
}
