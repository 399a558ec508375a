using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Conversations;

/// <summary>Step "load": reads the conversation, the contact and the memory.</summary>
public sealed class TurnLoader(IIntercomWorkspace workspace, IConversationStateStore memories, PolicySet policies)
{
    /// <summary>Null when the conversation does not exist any more.</summary>
    public async Task<Turn?> LoadAsync(SubjectKey subject, CancellationToken cancellationToken)
    {
        if (await workspace.FindConversationAsync(subject.Id, cancellationToken) is not { } conversation)
        {
            return null;
        }

        var customer = workspace.GetCustomerAsync(conversation.ContactId, cancellationToken);
        var memory = memories.LoadAsync(subject, cancellationToken);
        return Create(subject, conversation, await customer, await memory, policies.Assistant.History.Messages);
    }

    /// <summary>The same turn with the conversation as it is now, read last and alone; null when it does not exist any more.</summary>
    public async Task<Turn?> ReloadAsync(Turn turn, CancellationToken cancellationToken) =>
        await workspace.FindConversationAsync(turn.Subject.Id, cancellationToken) is { } now
            ? Create(turn.Subject, now, turn.Customer, turn.Memory, policies.Assistant.History.Messages)
            : null;

    /// <summary>Cuts history and burst out of a conversation.</summary>
    public static Turn Create(
        SubjectKey subject,
        Conversation conversation,
        CustomerProfile customer,
        ConversationMemory memory,
        int historyLimit)
    {
        var messages = conversation.PublicMessages.ToList();
        var answered = AnsweredUpTo(messages, memory);
        var burst = messages.Skip(answered + 1).Where(message => message.Author.Kind == AuthorKind.Customer).ToList();
        var history = messages.Except(burst).Concat(burst).ToList();
        return new Turn(subject, conversation, customer, memory, [.. history.TakeLast(Math.Max(historyLimit, burst.Count))], burst);
    }

    /// <summary>
    /// Index of the last message that waits for nothing any more. The memory knows what the assistant has answered: its reply may stand
    /// below a message that was written while it was on its way. Without a memory, a reply answers everything above it.
    /// </summary>
    private static int AnsweredUpTo(List<Message> messages, ConversationMemory memory)
    {
        var handled = messages.FindIndex(message => message.Id == memory.HandledUpTo);
        return handled < 0
            ? messages.FindLastIndex(message => message.Author.Kind == AuthorKind.Assistant || AnswersForUs(message))
            : Math.Max(handled, messages.FindLastIndex(AnswersForUs));
    }

    // A workflow's greeting ("we usually reply in a few minutes") answers nobody; an answer of Intercom's own AI agent does.
    private static bool AnswersForUs(Message message) => message.Author.Kind is AuthorKind.Agent || message.IsAiAnswer;
}
