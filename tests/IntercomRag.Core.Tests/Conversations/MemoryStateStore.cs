using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Conversations;

public sealed class MemoryStateStore : IConversationStateStore
{
    public ConversationMemory Memory { get; set; } = ConversationMemory.Empty;

    /// <summary>Runs before each call: what happens meanwhile.</summary>
    public Action<string>? BeforeCall { get; set; }

    public Task<ConversationMemory> LoadAsync(SubjectKey conversation, CancellationToken cancellationToken)
    {
        BeforeCall?.Invoke("memory");
        return Task.FromResult(Memory);
    }

    public Task SaveAsync(SubjectKey conversation, ConversationMemory memory, CancellationToken cancellationToken)
    {
        BeforeCall?.Invoke("memory");
        Memory = memory;
        return Task.CompletedTask;
    }
}
