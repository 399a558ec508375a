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

    /// <summary>Cuts history and burst out of a conversation.</summary>
    public static Turn Create(
        SubjectKey subject,
        Conversation conversation,
        CustomerProfile customer,
        ConversationMemory memory,
        int historyLimit)
    {
        var messages = conversation.PublicMessages.ToList();
        var answered = messages.FindLastIndex(Answers);
        var burst = messages.Skip(answered + 1).Where(message => message.Author.Kind == AuthorKind.Customer).ToList();
        var history = messages.Take(answered + 1).Concat(burst).ToList();
        return new Turn(subject, conversation, customer, memory, [.. history.TakeLast(Math.Max(historyLimit, burst.Count))], burst);
    }

    // A workflow's greeting ("we usually reply in a few minutes") answers nobody; an answer of Intercom's own AI agent does.
    private static bool Answers(Message message) =>
        message.Author.Kind is AuthorKind.Assistant or AuthorKind.Agent || message.IsAiAnswer;
}
