using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models;

/// <summary>
/// Base of the clients that act on whole answers. Whoever streams through one gets the whole answer in one go rather than an answer that went past it.
/// </summary>
internal abstract class WholeAnswerChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public abstract override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

    public sealed override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }
}
