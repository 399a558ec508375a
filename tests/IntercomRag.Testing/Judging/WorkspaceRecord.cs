using System.Net.Http.Json;
using System.Text.Json;

namespace IntercomRag.Testing.Judging;

/// <summary>Reads the Simulator's own record of all conversations.</summary>
public static class WorkspaceRecord
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="simulator">A client whose base address is the Simulator's.</param>
    /// <param name="assistantId">Admin id of the assistant's teammate.</param>
    public static async Task<IReadOnlyList<JudgedConversation>> ReadAsync(HttpClient simulator, string assistantId, CancellationToken cancellationToken)
    {
        var conversations = await simulator.GetFromJsonAsync<IReadOnlyList<ConversationRecord>>("simulator/record", s_json, cancellationToken);
        return [.. conversations!.Select(one => new JudgedConversation(one.Id, [.. one.Parts.Select(part => part.Judged(assistantId))], one.Reads))];
    }

    private sealed record ConversationRecord(string Id, int Reads, IReadOnlyList<PartRecord> Parts);

    private sealed record Assignee(string Type, string Id);

    private sealed record PartRecord(
        string Id,
        string PartType,
        string AuthorType,
        string AuthorId,
        long CreatedAtMs,
        long? ReceivedAtMs,
        long? ReadAtMs,
        bool Public,
        Assignee? AssignedTo,
        string? Text)
    {
        public JudgedPart Judged(string assistantId) => new(
            Id,
            PartType,
            AuthorType switch
            {
                "user" or "lead" => PartAuthor.Customer,
                "admin" => AuthorId == assistantId ? PartAuthor.Assistant : PartAuthor.Human,
                _ => PartAuthor.Machine,
            },
            DateTimeOffset.FromUnixTimeMilliseconds(CreatedAtMs),
            Time(ReceivedAtMs),
            Time(ReadAtMs),
            Public,
            AssignedTo switch
            {
                { Type: "team" } => Receiver.Team,
                { Type: "admin" } to => to.Id == assistantId ? Receiver.Assistant : Receiver.Teammate,
                _ => Receiver.None,
            },
            Text ?? "");

        private static DateTimeOffset? Time(long? milliseconds) =>
            milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
    }
}
