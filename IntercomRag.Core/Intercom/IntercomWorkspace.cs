using IntercomRag.Core.Conversations;
using IntercomRag.Core.Storage;

namespace IntercomRag.Core.Intercom;

/// <summary>The workspace over Intercom's REST API. Conversations are always read anew; what changes rarely is cached.</summary>
public sealed class IntercomWorkspace(IntercomClient client, ICache cache, AssistantIdentity assistant) : IIntercomWorkspace
{
    /// <summary>A profile takes four calls, and a segment that changes a few minutes late changes a tone at most.</summary>
    private static readonly TimeSpan ProfileTime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan TeamsTime = TimeSpan.FromMinutes(5);

    public async Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        await client.Conversations.FindAsync(conversationId, BodyFormat.PlainText, cancellationToken) is { } conversation
            ? ConversationMapper.Map(conversation, assistant.AdminId)
            : null;

    public Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken) =>
        CachedAsync(
            $"contact:{contactId}",
            ProfileTime,
            async () => CustomerMapper.Map(await client.Contacts.GetProfileAsync(contactId, cancellationToken)),
            cancellationToken);

    public async Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken) =>
        await CachedAsync(
            "teams",
            TeamsTime,
            async () => (await client.Teammates.ListTeamsAsync(cancellationToken)).Select(team => new Team(team.Id, team.Name)).ToArray(),
            cancellationToken);

    public Task ReplyAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        client.Conversations.ReplyAsync(conversationId, html, cancellationToken);

    public Task OfferQuickRepliesAsync(string conversationId, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken) =>
        client.Conversations.SendQuickRepliesAsync(conversationId, options, cancellationToken);

    public Task AddNoteAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        client.Conversations.AddNoteAsync(conversationId, html, cancellationToken);

    public Task AssignToTeamAsync(string conversationId, string teamId, CancellationToken cancellationToken) =>
        client.Conversations.AssignToTeamAsync(conversationId, teamId, cancellationToken);

    public async Task AddTagAsync(string conversationId, string tag, CancellationToken cancellationToken) =>
        await client.Conversations.AttachTagAsync(
            conversationId, (await client.Tags.CreateAsync(tag, cancellationToken)).Id, cancellationToken);

    private async Task<T> CachedAsync<T>(string key, TimeSpan timeToLive, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (await cache.GetAsync<T>(key, cancellationToken) is { } cached)
        {
            return cached;
        }

        var value = await read();
        await cache.SetAsync(key, value, timeToLive, cancellationToken);
        return value;
    }
}
