using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Storage;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Intercom;

/// <summary>The workspace over Intercom's REST API. Conversations are always read anew; what changes rarely is cached.</summary>
public sealed partial class IntercomWorkspace(
    IntercomClient client, ICache cache, AssistantIdentity assistant, ILogger<IntercomWorkspace> logger) : IIntercomWorkspace
{
    /// <summary>A profile takes four calls, and a segment that changes a few minutes late changes a tone at most.</summary>
    private static readonly TimeSpan ProfileTime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Spares the looks of one turn the calls that failed for the first, and is over when the next message comes: a permission may have been
    /// granted, or an outage ended, and the tags say where the assistant is switched off.
    /// </summary>
    private static readonly TimeSpan ReducedProfileTime = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TeamsTime = TimeSpan.FromMinutes(5);

    public async Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        await client.Conversations.FindAsync(conversationId, BodyFormat.PlainText, cancellationToken) is { } conversation
            ? ConversationMapper.Map(conversation, assistant.AdminId)
            : null;

    public async Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken)
    {
        var key = $"contact:{contactId}";
        if (await cache.GetAsync<CustomerProfile>(key, cancellationToken) is { } cached)
        {
            return cached;
        }

        var profile = await ReadProfileAsync(contactId, cancellationToken);
        foreach (var failure in profile.Missing)
        {
            LogReduced(failure.Message);
        }

        var customer = CustomerMapper.Map(profile);
        await cache.SetAsync(key, customer, profile.Missing.Count == 0 ? ProfileTime : ReducedProfileTime, cancellationToken);
        return customer;
    }

    public async Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken)
    {
        const string Key = "teams";
        if (await cache.GetAsync<Team[]>(Key, cancellationToken) is { } cached)
        {
            return cached;
        }

        var teams = (await client.Teammates.ListTeamsAsync(cancellationToken)).Select(team => new Team(team.Id, team.Name)).ToArray();
        await cache.SetAsync(Key, teams, TeamsTime, cancellationToken);
        return teams;
    }

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

    // A conversation may name no contact at all.
    private async Task<IntercomContactProfile> ReadProfileAsync(string contactId, CancellationToken cancellationToken) =>
        contactId.Length == 0
            ? new IntercomContactProfile(new IntercomContact { Id = contactId }, [], [], [], [])
            : await client.Contacts.GetProfileAsync(contactId, cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "A customer's profile is incomplete, and the turn goes on without the rest: {Reason}")]
    private partial void LogReduced(string reason);
}
