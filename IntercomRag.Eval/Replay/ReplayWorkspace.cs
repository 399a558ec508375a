using System.Collections.Concurrent;
using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Replay;

/// <summary>An Intercom in memory that holds recorded conversations, and in which writes show as they do there.</summary>
public sealed class ReplayWorkspace(PolicySet policies) : IIntercomWorkspace
{
    private static readonly Author s_assistant = new(AuthorKind.Assistant, ReplayConversation.AssistantId, null);

    private readonly ConcurrentDictionary<string, (Conversation Conversation, CustomerProfile Customer)> _open = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Team> _teams =
        [.. policies.Assistant.Teams.Keys.Order(StringComparer.Ordinal).Select(name => new Team(name, name))];

    public void Open(RecordedConversation record) =>
        _open[record.Id] = (ReplayConversation.Create(record), ReplayConversation.Customer(record));

    public void Forget(RecordedConversation record) => _open.TryRemove(record.Id, out _);

    public Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult(_open.TryGetValue(conversationId, out var open) ? open.Conversation : null);

    public Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken) => Task.FromResult(_open[contactId].Customer);

    public Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken) => Task.FromResult(_teams);

    public Task ReplyAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        AddAsync(conversationId, MessageKind.Message, ReplyText.Of(html));

    public Task OfferQuickRepliesAsync(string conversationId, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken) =>
        AddAsync(conversationId, MessageKind.Options, "");

    public Task AddNoteAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        AddAsync(conversationId, MessageKind.Note, ReplyText.Of(html));

    public Task AssignToTeamAsync(string conversationId, string teamId, CancellationToken cancellationToken)
    {
        Change(conversationId, conversation => conversation with { TeamAssigneeId = teamId });
        return AddAsync(conversationId, MessageKind.Assignment, "", new Assignee(AssigneeKind.Team, teamId));
    }

    public Task AddTagAsync(string conversationId, string tag, CancellationToken cancellationToken)
    {
        Change(conversationId, conversation => conversation with { Tags = [.. conversation.Tags, new AppliedTag(tag, ReplayClock.Now)] });
        return Task.CompletedTask;
    }

    private Task AddAsync(string conversationId, MessageKind kind, string text, Assignee? assignedTo = null)
    {
        Change(conversationId, conversation => conversation with
        {
            Messages =
            [
                .. conversation.Messages,
                new Message(
                    string.Create(CultureInfo.InvariantCulture, $"w{conversation.Messages.Count + 1}"), kind, s_assistant, text, ReplayClock.Now, assignedTo),
            ],
        });
        return Task.CompletedTask;
    }

    private void Change(string conversationId, Func<Conversation, Conversation> change)
    {
        var (conversation, customer) = _open[conversationId];
        _open[conversationId] = (change(conversation), customer);
    }
}
