using System.Collections.Concurrent;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Eval.Replay;

/// <summary>Memories of conversations, as long as the run lasts.</summary>
public sealed class ReplayStateStore : IConversationStateStore
{
    private readonly ConcurrentDictionary<SubjectKey, ConversationMemory> _memories = new();

    public Task<ConversationMemory> LoadAsync(SubjectKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult(_memories.GetValueOrDefault(conversation, ConversationMemory.Empty));

    public Task SaveAsync(SubjectKey conversation, ConversationMemory memory, CancellationToken cancellationToken)
    {
        _memories[conversation] = memory;
        return Task.CompletedTask;
    }

    public void Forget(SubjectKey conversation) => _memories.TryRemove(conversation, out _);
}
