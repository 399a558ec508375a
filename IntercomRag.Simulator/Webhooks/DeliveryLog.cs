using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>The most recent deliveries.</summary>
public sealed class DeliveryLog(IOptions<WebhookOptions> options)
{
    private readonly Queue<Delivery> _deliveries = [];
    private readonly Lock _gate = new();

    public void Add(Notification notification, string outcome, int? statusCode = null, double ms = 0, string? error = null)
    {
        var delivery = new Delivery(
            notification.Id,
            notification.Topic,
            notification.SubjectId,
            statusCode,
            notification.Attempt,
            Math.Round(ms, 1),
            outcome,
            error,
            notification.CreatedAt.ToUnixTimeMilliseconds());
        lock (_gate)
        {
            _deliveries.Enqueue(delivery);
            if (_deliveries.Count > options.Value.RememberedDeliveries)
            {
                _deliveries.Dequeue();
            }
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Delivery> Recent()
    {
        lock (_gate)
        {
            return [.. _deliveries.Reverse()];
        }
    }
}
