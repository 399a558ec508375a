using System.Runtime.CompilerServices;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Search;
using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>Conversations, and what the assistant does in them under the name of its own teammate.</summary>
public sealed class ConversationsApi
{
    private readonly IntercomCaller _caller;
    private readonly string _botAdminId;

    internal ConversationsApi(IntercomCaller caller, string botAdminId)
    {
        _caller = caller;
        _botAdminId = botAdminId;
    }

    /// <summary>The conversation with its parts, or null when it does not exist.</summary>
    public Task<IntercomConversation?> FindAsync(string id, BodyFormat format, CancellationToken cancellationToken) =>
        _caller.FindAsync<IntercomConversation>(
            IntercomCall.Read(format == BodyFormat.PlainText ? "/conversations/{id}?display_as=plaintext" : "/conversations/{id}", id),
            cancellationToken);

    /// <summary>
    /// All conversations that match, without their parts. The list is read while it changes: a conversation that changes meanwhile can be
    /// missed, so a sweep overlaps with the one before.
    /// </summary>
    public async IAsyncEnumerable<IntercomConversation> SearchAsync(
        SearchFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var call = IntercomCall.Search("/conversations/search", new SearchRequest(filter, cursor));
            var page = await _caller.ReadAsync<ListAnswer<IntercomConversation>>(call, cancellationToken);
            foreach (var conversation in page.Items.Where(item => seen.Add(item.Id)))
            {
                yield return conversation;
            }

            cursor = page.Items.Count == 0 ? null : page.Pages?.Next?.StartingAfter;
            if (cursor is not null && !cursors.Add(cursor))
            {
                throw new IntercomAnswerException(call.Endpoint, "$.pages.next.starting_after", "it repeats the cursor of an earlier page");
            }
        }
        while (cursor is not null);
    }

    /// <summary>Sends a message that the customer sees.</summary>
    /// <param name="html">Block elements such as <c>&lt;p&gt;</c>, text encoded; Intercom drops what it does not allow.</param>
    /// <returns>The new part; its id tells it apart from what humans write.</returns>
    public Task<IntercomPart> ReplyAsync(string id, string html, CancellationToken cancellationToken) =>
        PostReplyAsync(id, new { MessageType = "comment", Type = "admin", AdminId = _botAdminId, Body = html }, cancellationToken);

    /// <summary>Writes a note that only teammates see.</summary>
    /// <inheritdoc cref="ReplyAsync"/>
    public Task<IntercomPart> AddNoteAsync(string id, string html, CancellationToken cancellationToken) =>
        PostReplyAsync(id, new { MessageType = "note", Type = "admin", AdminId = _botAdminId, Body = html }, cancellationToken);

    /// <summary>
    /// Offers buttons in the Messenger (2.14 and later). They carry no text of their own: reply first, then offer. The choice comes back as
    /// a comment of the customer with <see cref="IntercomPartMetadata.ChosenOptionId"/>.
    /// </summary>
    public Task<IntercomPart> SendQuickRepliesAsync(
        string id, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken) =>
        PostReplyAsync(
            id,
            new
            {
                MessageType = "quick_reply",
                Type = "admin",
                AdminId = _botAdminId,
                ReplyOptions = options.Select(option => new { option.Text, Uuid = option.Id }),
            },
            cancellationToken);

    /// <summary>Gives the conversation to a team, without a word to the customer; one that is closed opens again.</summary>
    /// <returns>The new part; null when Intercom made none, because nothing changed.</returns>
    public Task<IntercomPart?> AssignToTeamAsync(string id, string teamId, CancellationToken cancellationToken) =>
        AssignAsync(id, "team", teamId, cancellationToken);

    /// <summary>Gives the conversation to a teammate, without a word to the customer; one that is closed opens again.</summary>
    /// <inheritdoc cref="AssignToTeamAsync"/>
    public Task<IntercomPart?> AssignToAdminAsync(string id, string adminId, CancellationToken cancellationToken) =>
        AssignAsync(id, "admin", adminId, cancellationToken);

    /// <summary>Takes the conversation from the teammate that has it; a team that has it keeps it.</summary>
    /// <inheritdoc cref="AssignToTeamAsync"/>
    public Task<IntercomPart?> UnassignAsync(string id, CancellationToken cancellationToken) =>
        AssignAsync(id, "admin", "0", cancellationToken);

    /// <inheritdoc cref="AssignToTeamAsync"/>
    public Task<IntercomPart?> CloseAsync(string id, CancellationToken cancellationToken) =>
        PostPartAsync(id, new { MessageType = "close", Type = "admin", AdminId = _botAdminId }, cancellationToken);

    /// <inheritdoc cref="AssignToTeamAsync"/>
    public Task<IntercomPart?> OpenAsync(string id, CancellationToken cancellationToken) =>
        PostPartAsync(id, new { MessageType = "open", AdminId = _botAdminId }, cancellationToken);

    /// <inheritdoc cref="AssignToTeamAsync"/>
    public Task<IntercomPart?> SnoozeAsync(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        PostPartAsync(
            id,
            new { MessageType = "snoozed", AdminId = _botAdminId, SnoozedUntil = until.ToUnixTimeSeconds() },
            cancellationToken);

    /// <summary>
    /// Sets attributes and leaves the others. Intercom adds a part to the conversation and sets its time of update.
    /// </summary>
    /// <param name="attributes">By the name shown in Intercom, where they have to be defined first. Text, numbers, booleans, or null.</param>
    public Task SetAttributesAsync(string id, IReadOnlyDictionary<string, object?> attributes, CancellationToken cancellationToken) =>
        _caller.WriteAsync(
            IntercomCall.Write(HttpMethod.Put, "/conversations/{id}", new { CustomAttributes = attributes }, id),
            (IntercomConversation conversation) => conversation.Id,
            cancellationToken);

    /// <param name="tagId">Of a tag that exists; see <see cref="TagsApi"/>.</param>
    public Task AttachTagAsync(string id, string tagId, CancellationToken cancellationToken) =>
        _caller.WriteAsync(
            IntercomCall.Write(HttpMethod.Post, "/conversations/{id}/tags", new { Id = tagId, AdminId = _botAdminId }, id),
            (IntercomTag tag) => tag.Id,
            cancellationToken);

    public Task DetachTagAsync(string id, string tagId, CancellationToken cancellationToken) =>
        _caller.WriteAsync(
            IntercomCall.Write(HttpMethod.Delete, "/conversations/{id}/tags/{tag_id}", new { AdminId = _botAdminId }, id, tagId),
            (IntercomTag tag) => tag.Id,
            cancellationToken);

    // There is no way to give these a body: on an assignment or a close, Intercom sends it to the customer.
    private Task<IntercomPart?> AssignAsync(string id, string type, string assigneeId, CancellationToken cancellationToken) =>
        PostPartAsync(
            id,
            new { MessageType = "assignment", Type = type, AdminId = _botAdminId, AssigneeId = assigneeId },
            cancellationToken);

    private Task<IntercomPart?> PostPartAsync(string id, object body, CancellationToken cancellationToken) =>
        _caller.WriteAsync(
            IntercomCall.Write(HttpMethod.Post, "/conversations/{id}/parts", body, id),
            (IntercomConversation conversation) => NewPart(conversation),
            cancellationToken);

    private Task<IntercomPart> PostReplyAsync(string id, object body, CancellationToken cancellationToken)
    {
        var call = IntercomCall.Write(HttpMethod.Post, "/conversations/{id}/reply", body, id);
        return _caller.WriteAsync(
            call,
            (IntercomConversation conversation) => NewPart(conversation)
                ?? throw new IntercomAnswerException(call.Endpoint, "$.conversation_parts", "it does not hold the new part"),
            cancellationToken);
    }

    // Documented as the only part in the answer; the newest, should Intercom send more.
    private static IntercomPart? NewPart(IntercomConversation conversation) => conversation.Parts.MaxBy(part => part.CreatedAt);
}
