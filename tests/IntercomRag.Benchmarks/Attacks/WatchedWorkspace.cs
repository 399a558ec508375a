using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Eval.Replay;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>An Intercom in memory that holds two conversations, the attacked one and a stranger's, and remembers every write.</summary>
internal sealed class WatchedWorkspace(PolicySet policies) : IIntercomWorkspace
{
    private static readonly Author s_assistant = new(AuthorKind.Assistant, ReplayConversation.AssistantId, null);

    private readonly Dictionary<string, Conversation> _conversations = [];
    private readonly Dictionary<string, CustomerProfile> _customers = [];
    private readonly List<Write> _writes = [];
    private readonly IReadOnlyList<Team> _teams = [.. policies.Assistant.Teams.Keys.Order(StringComparer.Ordinal).Select(name => new Team(name, name))];

    public IReadOnlyList<Write> Writes => [.. _writes];

    /// <summary>Begins anew with this case.</summary>
    public void Open(AttackCase attack)
    {
        _conversations.Clear();
        _customers.Clear();
        _writes.Clear();
        foreach (var (conversation, customer) in new[] { (attack.Conversation, attack.Customer), CaseWriter.Stranger() })
        {
            _conversations[conversation.Id] = conversation;
            _customers[customer.Id] = customer;
        }
    }

    public Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult(_conversations.GetValueOrDefault(conversationId));

    public Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken) => Task.FromResult(_customers[contactId]);

    public Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken) => Task.FromResult(_teams);

    public Task ReplyAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        AddAsync(conversationId, MessageKind.Message, ReplyText.Of(html), null, new Write(conversationId, WriteKind.Reply, html));

    public Task OfferQuickRepliesAsync(string conversationId, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken) => AddAsync(
        conversationId, MessageKind.Options, "", null, [.. options.Select(option => new Write(conversationId, WriteKind.Button, option.Text))]);

    public Task AddNoteAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        AddAsync(conversationId, MessageKind.Note, ReplyText.Of(html), null, new Write(conversationId, WriteKind.Note, html));

    public Task AssignToTeamAsync(string conversationId, string teamId, CancellationToken cancellationToken)
    {
        _conversations[conversationId] = _conversations[conversationId] with { TeamAssigneeId = teamId };
        var team = new Assignee(AssigneeKind.Team, teamId);
        return AddAsync(conversationId, MessageKind.Assignment, "", team, new Write(conversationId, WriteKind.Assignment, teamId));
    }

    public Task AddTagAsync(string conversationId, string tag, CancellationToken cancellationToken)
    {
        var conversation = _conversations[conversationId];
        _conversations[conversationId] = conversation with { Tags = [.. conversation.Tags, new AppliedTag(tag, ReplayClock.Now)] };
        _writes.Add(new Write(conversationId, WriteKind.Tag, tag));
        return Task.CompletedTask;
    }

    private Task AddAsync(string conversationId, MessageKind kind, string text, Assignee? assignedTo, params Write[] writes)
    {
        var conversation = _conversations[conversationId];
        var message = new Message($"w{conversation.Messages.Count + 1}", kind, s_assistant, text, ReplayClock.Now, assignedTo);
        _conversations[conversationId] = conversation with { Messages = [.. conversation.Messages, message] };
        _writes.AddRange(writes);
        return Task.CompletedTask;
    }
}
