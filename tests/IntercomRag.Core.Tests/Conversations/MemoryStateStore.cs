using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Conversations;

public sealed class MemoryStateStore : IConversationStateStore
{
    public ConversationMemory Memory { get; set; } = ConversationMemory.Empty;

    public Task<ConversationMemory> LoadAsync(SubjectKey conversation, CancellationToken cancellationToken) => Task.FromResult(Memory);

    public Task SaveAsync(SubjectKey conversation, ConversationMemory memory, CancellationToken cancellationToken)
    {
        Memory = memory;
        return Task.CompletedTask;
    }
}
