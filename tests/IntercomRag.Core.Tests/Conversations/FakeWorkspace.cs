using IntercomRag.Core.Conversations;

namespace IntercomRag.Core.Tests.Conversations;

/// <summary>An Intercom of one conversation that remembers what was written to it, in order.</summary>
public sealed class FakeWorkspace(Conversation conversation) : IIntercomWorkspace
{
    private static readonly Author Bot = new(AuthorKind.Assistant, ConversationBuilder.BotAdminId, "Tandem Assistant");
    private static readonly Author Human = new(AuthorKind.Agent, ConversationBuilder.AgentId, "Camille Roy");
    private static readonly Author Customer = new(AuthorKind.Customer, ConversationBuilder.ContactId, "Zoé Petit");

    private int _parts;

    public Conversation Conversation { get; private set; } = conversation;

    /// <summary>Writes as <c>kind: text</c>.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>Kinds of writes.</summary>
    public IEnumerable<string> Kinds => Writes.Select(write => write.Split(':')[0]);

    /// <summary>Runs before each call, with its name and number from 0: what happens meanwhile. May throw.</summary>
    public Action<string, int>? BeforeCall { get; set; }

    /// <summary>Runs after each write took effect. May throw.</summary>
    public Action<string>? AfterWrite { get; set; }

    /// <summary>Calls so far, and who reads the conversation when.</summary>
    public List<string> Calls { get; } = [];

    public void HumanReplies() => Happens(MessageKind.Message, Human, "Bonjour, je regarde.");

    public void HumanTakesIt() => Happens(MessageKind.Assignment, Human, "", new Assignee(AssigneeKind.Admin, ConversationBuilder.AgentId));

    public void HumanGivesItBack()
    {
        Happens(MessageKind.Assignment, Human, "", new Assignee(AssigneeKind.Admin, ConversationBuilder.BotAdminId));
        Conversation = Conversation with { AdminAssigneeId = ConversationBuilder.BotAdminId, TeamAssigneeId = null };
    }

    public void CustomerWrites(string text) => Happens(MessageKind.Message, Customer, text);

    public void Change(Func<Conversation, Conversation> change) => Conversation = change(Conversation);

    public Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken)
    {
        Call("read");
        return Task.FromResult<Conversation?>(conversationId == Conversation.Id ? Conversation : null);
    }

    public Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken)
    {
        Call("customer");
        return Task.FromResult(ConversationBuilder.Profile);
    }

    public Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken)
    {
        Call("teams");
        return Task.FromResult<IReadOnlyList<Team>>([new("5001", "Support"), new("5002", "Billing"), new("5003", "Technical")]);
    }

    public Task ReplyAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        Write("reply", html, () => Happens(MessageKind.Message, Bot, html));

    public Task OfferQuickRepliesAsync(string conversationId, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken) =>
        Write("options", string.Join(" / ", options.Select(option => option.Text)), () => Happens(MessageKind.Options, Bot, ""));

    public Task AddNoteAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        Write("note", html, () => Happens(MessageKind.Note, Bot, html));

    public Task AssignToTeamAsync(string conversationId, string teamId, CancellationToken cancellationToken) =>
        Write("team", teamId, () =>
        {
            // As Intercom does: no part when nothing changes.
            if (Conversation.TeamAssigneeId != teamId)
            {
                Happens(MessageKind.Assignment, Bot, "", new Assignee(AssigneeKind.Team, teamId));
                Conversation = Conversation with { TeamAssigneeId = teamId };
            }
        });

    public Task AddTagAsync(string conversationId, string tag, CancellationToken cancellationToken) =>
        Write("tag", tag, () => Conversation = Conversation with { Tags = [.. Conversation.Tags, new AppliedTag(tag, null)] });

    private Task Write(string kind, string text, Action effect)
    {
        Call(kind);
        effect();
        Writes.Add($"{kind}: {text}");
        AfterWrite?.Invoke(kind);
        return Task.CompletedTask;
    }

    private void Call(string name)
    {
        BeforeCall?.Invoke(name, Calls.Count);
        Calls.Add(name);
    }

    private void Happens(MessageKind kind, Author author, string text, Assignee? assignedTo = null) => Conversation = Conversation with
    {
        Messages =
        [
            .. Conversation.Messages,
            new Message($"w{++_parts}", kind, author, text, ConversationBuilder.Start.AddSeconds(30 + _parts), assignedTo),
        ],
    };
}
