using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Conversations;

/// <summary>Builds conversations part by part, as a transcript reads.</summary>
public sealed class ConversationBuilder
{
    public const string BotAdminId = "9001";
    public const string AgentId = "9002";
    public const string ContactId = "c1";

    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    public static readonly SubjectKey Subject = new("demo", "200");

    private readonly List<Message> _messages = [];
    private readonly List<AppliedTag> _tags = [];
    private string? _admin;
    private string? _team;
    private bool _open = true;

    public ConversationBuilder Customer(string text, bool attachment = false) =>
        Add(MessageKind.Message, new Author(AuthorKind.Customer, ContactId, "Zoé Petit"), text, attachment: attachment);

    public ConversationBuilder Assistant(string text) => Add(MessageKind.Message, Bot, text);

    public ConversationBuilder AssistantNote(string text) => Add(MessageKind.Note, Bot, text);

    public ConversationBuilder AssistantAssignsTeam(string team)
    {
        _team = team;
        return Add(MessageKind.Assignment, Bot, "", new Assignee(AssigneeKind.Team, team));
    }

    public ConversationBuilder Agent(string text, Assignee? assignedTo = null) => Add(MessageKind.Message, Human, text, assignedTo);

    public ConversationBuilder AgentNote(string text) => Add(MessageKind.Note, Human, text);

    public ConversationBuilder AgentAssigns(AssigneeKind kind, string id)
    {
        (_admin, _team) = kind == AssigneeKind.Team ? (_admin, id) : (id.Length == 0 ? null : id, _team);
        return Add(MessageKind.Assignment, Human, "", new Assignee(kind, id));
    }

    public ConversationBuilder OtherBot(string text, bool aiAnswer = false) =>
        Add(MessageKind.Message, new Author(AuthorKind.OtherBot, "77", "Operator"), text, aiAnswer: aiAnswer);

    public ConversationBuilder WorkflowAssignsTeam(string team)
    {
        _team = team;
        return Add(MessageKind.Assignment, new Author(AuthorKind.OtherBot, "77", "Operator"), "", new Assignee(AssigneeKind.Team, team));
    }

    public ConversationBuilder AssignedAdmin(string? id)
    {
        _admin = id;
        return this;
    }

    /// <summary>Puts a tag on now, after the last part.</summary>
    public ConversationBuilder Tag(string tag)
    {
        _tags.Add(new AppliedTag(tag, Start.AddSeconds((_messages.Count * 20) + 10)));
        return this;
    }

    public ConversationBuilder AgentCloses(string text = "")
    {
        Add(text.Length > 0 ? MessageKind.Message : MessageKind.Event, Human, text);
        _messages[^1] = _messages[^1] with { Closes = true };
        return this;
    }

    public ConversationBuilder Closed()
    {
        _open = false;
        return this;
    }

    public Conversation Build() => new(Subject.Id, ContactId, _open, _admin, _team, [.. _tags], [.. _messages]);

    public Turn BuildTurn(ConversationMemory? memory = null, CustomerProfile? customer = null, int history = 15) =>
        TurnLoader.Create(Subject, Build(), customer ?? Profile, memory ?? ConversationMemory.Empty, history);

    public static CustomerProfile Profile { get; } = new(
        ContactId, CustomerRole.User, "Zoé Petit", "zoe@club.example", "fr", ["VIP"], [], ["Club Alpha"], new Dictionary<string, string> { ["plan"] = "Studio" }, Start.AddYears(-2));

    private static Author Bot => new(AuthorKind.Assistant, BotAdminId, "Tandem Assistant");

    private static Author Human => new(AuthorKind.Agent, AgentId, "Camille Roy");

    private ConversationBuilder Add(
        MessageKind kind, Author author, string text, Assignee? assignedTo = null, bool attachment = false, bool aiAnswer = false)
    {
        var number = _messages.Count + 1;
        _messages.Add(new Message($"p{number}", kind, author, text, Start.AddSeconds(number * 20), assignedTo, attachment, aiAnswer));
        return this;
    }
}
