using IntercomRag.Simulator.Webhooks;

namespace IntercomRag.Simulator.Control;

/// <param name="State"><c>live</c>, <c>throttled</c>, <c>paused</c>, <c>suspended</c> or <c>disabled</c>.</param>
/// <param name="Waiting">Notifications that wait, are delayed or are being sent.</param>
public sealed record WebhooksView(string State, int Waiting, IReadOnlyList<Delivery> Deliveries);
