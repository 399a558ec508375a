using IntercomRag.Core.Conversations;

namespace IntercomRag.Core.Tests.Conversations;

/// <summary>An Intercom of one conversation that remembers what was written to it, in order.</summary>
public sealed class FakeWorkspace(Conversation conversation) : IIntercomWorkspace
{
    private static readonly Author Bot = new(AuthorKind.Assistant, ConversationBuilder.BotAdminId, "Tandem Assistant");

    public Conversation Conversation { get; private set; } = conversation;

    /// <summary>Writes as <c>kind: text</c>.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>Runs before each read of the conversation, with the number of reads so far: what happens meanwhile.</summary>
    public Action<FakeWorkspace, int>? BeforeRead { get; set; }

    /// <summary>Throws before a write of this kind takes effect, once.</summary>
    public string? FailOnce { get; set; }

    private int _reads;

    public void Happens(Message message) => Conversation = Conversation with { Messages = [.. Conversation.Messages, message] };

    public Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken)
    {
        BeforeRead?.Invoke(this, _reads++);
        return Task.FromResult<Conversation?>(conversationId == Conversation.Id ? Conversation : null);
    }

    public Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken) =>
        Task.FromResult(ConversationBuilder.Profile);

    public Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Team>>([new("5001", "Support"), new("5002", "Billing"), new("5003", "Technical")]);

    public Task ReplyAsync(string conversationId, string html, CancellationToken cancellationToken) =>
        Write("reply", html, MessageKind.Message);

    public Task OfferQuickRepliesAsync(string conversationId, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken) =>
        Write("options", string.Join(" / ", options.Select(option => option.Text)), MessageKind.Event);

    public Task AddNoteAsync(string conversationId, string html, CancellationToken cancellationToken) => Write("note", html, MessageKind.Note);

    public Task AssignToTeamAsync(string conversationId, string teamId, CancellationToken cancellationToken) =>
        Write("team", teamId, MessageKind.Assignment, new Assignee(AssigneeKind.Team, teamId));

    private Task Write(string kind, string text, MessageKind messageKind, Assignee? assignee = null)
    {
        if (FailOnce == kind)
        {
            FailOnce = null;
            throw new HttpRequestException($"{kind} failed");
        }

        Writes.Add($"{kind}: {text}");
        Happens(new Message($"w{Writes.Count}", messageKind, Bot, text, ConversationBuilder.Start.AddHours(1), assignee));
        return Task.CompletedTask;
    }
}
