using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models.Budget;

namespace IntercomRag.Core.Conversations;

/// <summary>What a turn starts from: the conversation as it is, the person, and what the assistant remembers.</summary>
/// <param name="History">Latest public messages, oldest first, the burst included; bounded by the policy.</param>
/// <param name="Burst">The customer's messages since anybody last answered; what the turn has to answer. Empty when there is none.</param>
public sealed record Turn(
    SubjectKey Subject,
    Conversation Conversation,
    CustomerProfile Customer,
    ConversationMemory Memory,
    IReadOnlyList<Message> History,
    IReadOnlyList<Message> Burst)
{
    /// <summary>The words to answer: all messages of the burst, a line each.</summary>
    public string Text => string.Join('\n', Burst.Select(message => message.Text).Where(text => text.Length > 0));

    /// <summary>What the customer asks, readable without the conversation, where a model has put it so; null where nobody has.</summary>
    public string? Question { get; init; }

    /// <summary>The words that are looked up: the customer's own, and what the question behind a follow-up adds to them.</summary>
    public string SearchText => Question is null ? Text : $"{Text}\n{Question}";

    /// <summary>The public messages before the burst.</summary>
    public IEnumerable<Message> Before => History.Take(History.Count - Burst.Count);

    /// <summary>What the turn may ask of a model; null where nobody said.</summary>
    public TurnAllowance? Allowance { get; init; }

    /// <summary>Names of everybody who wrote, agents included, and of the customer: they are kept out of what is recorded.</summary>
    public IReadOnlyList<string?> People =>
        [Customer.Name, .. Conversation.Messages.Select(message => message.Author).Where(author => author.IsPerson).Select(author => author.Name).Distinct()];

    /// <summary>The newest message to answer.</summary>
    public Message Trigger => Burst[^1];
}
