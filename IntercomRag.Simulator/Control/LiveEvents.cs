using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Control;

/// <summary>
/// Tells the open pages what changed. Each listener has a short buffer of its own; one that reads too slowly loses its oldest
/// hints and holds nobody up.
/// </summary>
public sealed class LiveEvents(TimeProvider time, IHostApplicationLifetime lifetime) : IWorkspaceListener
{
    private const int BufferedEvents = 256;

    private static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Channel<LiveEvent>, bool> _listeners = [];

    public void OnEvent(WorkspaceEvent happened, WorkspaceState state) => Publish(happened switch
    {
        ConversationEvent changed => new LiveEvent(LiveEvent.ConversationChanged, ConversationId: changed.Conversation.Id),
        ArticleEvent changed => new LiveEvent(LiveEvent.ArticleChanged, ArticleId: changed.Article.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event"),
    });

    public void Publish(LiveEvent happened)
    {
        foreach (var listener in _listeners.Keys)
        {
            listener.Writer.TryWrite(happened);
        }
    }

    public async IAsyncEnumerable<LiveEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<LiveEvent>(
            new BoundedChannelOptions(BufferedEvents) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _listeners.TryAdd(channel, true);

        // An open page must not hold up the stop: a server waits for its requests, and this one has no end of its own.
        await using var stop = lifetime.ApplicationStopping.Register(() => channel.Writer.TryComplete());
        try
        {
            // The first event tells the page that from here on it misses nothing.
            yield return new LiveEvent(LiveEvent.Heartbeat);
            await using var heartbeat = time.CreateTimer(
                _ => channel.Writer.TryWrite(new LiveEvent(LiveEvent.Heartbeat)), state: null, HeartbeatPeriod, HeartbeatPeriod);
            await foreach (var happened in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return happened;
            }
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }
}
