using System.Threading.Channels;
using IntercomRag.Simulator.Workspace;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>Notifications that wait for delivery, in lanes: those of one subject keep their order. Bounded over all lanes.</summary>
public sealed class WebhookQueue : IWorkspaceListener
{
    private readonly NotificationFactory _factory;
    private readonly DeliveryLog _log;
    private readonly Channel<Notification>[] _lanes;
    private readonly int _limit;
    private readonly bool _hasTarget;
    private int _waiting;

    public WebhookQueue(
        NotificationFactory factory, DeliveryLog log, IOptions<WebhookOptions> webhooks, IOptions<SimulatorOptions> simulator)
    {
        _factory = factory;
        _log = log;
        _limit = webhooks.Value.QueueLength;
        _hasTarget = simulator.Value.WebhookTarget is not null;
        _lanes = new Channel<Notification>[webhooks.Value.Lanes];
        for (var lane = 0; lane < _lanes.Length; lane++)
        {
            _lanes[lane] = Channel.CreateUnbounded<Notification>(new UnboundedChannelOptions { SingleReader = true });
        }
    }

    public IEnumerable<ChannelReader<Notification>> Lanes => _lanes.Select(lane => lane.Reader);

    /// <summary>Notifications that wait, are delayed or are being sent.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void OnEvent(WorkspaceEvent happened, WorkspaceState state)
    {
        if (_hasTarget && _factory.Of(happened, state) is { } notification)
        {
            Enqueue(notification);
        }
    }

    public void Enqueue(Notification notification)
    {
        if (!TryReserve())
        {
            _log.Add(notification, DeliveryOutcome.Dropped, error: "queue full");
            return;
        }

        var lane = (uint)string.GetHashCode(notification.SubjectId, StringComparison.Ordinal) % (uint)_lanes.Length;
        _lanes[lane].Writer.TryWrite(notification);
    }

    /// <summary>Takes a place for something that will be sent later. False: the queue is full.</summary>
    public bool TryReserve()
    {
        if (Interlocked.Increment(ref _waiting) <= _limit)
        {
            return true;
        }

        Interlocked.Decrement(ref _waiting);
        return false;
    }

    public void Release() => Interlocked.Decrement(ref _waiting);
}
