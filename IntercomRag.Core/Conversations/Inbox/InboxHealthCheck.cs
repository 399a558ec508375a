using IntercomRag.Core.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Healthy while an inbox has room for one more subject: a full one refuses webhooks.</summary>
public sealed class InboxHealthCheck(IInbox inbox, IOptions<InboxOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var depth = await inbox.MeasureAsync(cancellationToken);
            var held = depth.Waiting + depth.Leased;
            return held < options.Value.Capacity
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, $"The inbox is full: it holds {held} of {options.Value.Capacity} subjects.");
        }
        catch (StorageUnavailableException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
