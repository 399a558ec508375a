using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Conversations;

/// <summary>Keeps one <see cref="ConversationMemory"/> a conversation.</summary>
public interface IConversationStateStore
{
    /// <summary><see cref="ConversationMemory.Empty"/> when nothing is stored or what is stored cannot be read.</summary>
    Task<ConversationMemory> LoadAsync(SubjectKey conversation, CancellationToken cancellationToken);

    Task SaveAsync(SubjectKey conversation, ConversationMemory memory, CancellationToken cancellationToken);
}
