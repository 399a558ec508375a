using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Recording;

/// <summary>Takes answers from a file, and asks and records what is not in it. For a replay there is <see cref="NoServer"/> to ask.</summary>
internal sealed class RecordedChatClient(IChatClient inner, IOptions<ModelOptions> options) : WholeAnswerChatClient(inner)
{
    private readonly RecordingFile<RecordedAnswer> _file = new(options.Value.Recording.File!);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var key = RequestKey.Of(asked, options);
        if (_file.Find(key) is { } recorded)
        {
            return recorded.ToResponse();
        }

        var response = await InnerClient.GetResponseAsync(asked, options, cancellationToken);
        var entry = RecordedAnswer.Of(key, options, response);
        _file.Add(entry);
        return entry.ToResponse();
    }
}
