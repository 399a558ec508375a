using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Resilience;

/// <summary>Asks as often and as long as <see cref="ServerPatience"/> allows.</summary>
internal sealed class ResilientChatClient(IChatClient inner, ServerPatience patience) : WholeAnswerChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        return patience.RunAsync(token => InnerClient.GetResponseAsync(asked, options, token), cancellationToken);
    }
}
