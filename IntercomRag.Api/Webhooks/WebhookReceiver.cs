using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Webhooks;
using Microsoft.Extensions.Options;

namespace IntercomRag.Api.Webhooks;

/// <summary>Takes in one webhook: signature, envelope, what it means to us, and into the inbox.</summary>
public sealed class WebhookReceiver(
    [FromKeyedServices(InboxNames.Conversations)] IInbox conversations,
    [FromKeyedServices(InboxNames.Articles)] IInbox articles,
    IOptions<WebhookOptions> options,
    IOptions<IntercomOptions> intercom,
    TimeProvider time,
    ILogger<WebhookReceiver> logger)
{
    private readonly string? _botAdminId = string.IsNullOrWhiteSpace(intercom.Value.BotAdminId) ? null : intercom.Value.BotAdminId;

    /// <param name="signature">The header <see cref="WebhookSignature.Header"/>; null when it is missing.</param>
    /// <param name="traceParent">W3C traceparent of the request.</param>
    public async Task<WebhookResult> ReceiveAsync(byte[] body, string? signature, string? traceParent)
    {
        var receivedAt = time.GetUtcNow();
        if (!WebhookSignature.IsValid(signature, body, intercom.Value.ClientSecret))
        {
            logger.SignatureRefused(body.Length, signature is null ? "missing" : "wrong");
            return WebhookResult.Refused(StatusCodes.Status401Unauthorized, $"The {WebhookSignature.Header} header is missing or wrong.");
        }

        WebhookEvent webhook;
        try
        {
            webhook = WebhookParser.Parse(body);
        }
        catch (WebhookFormatException exception)
        {
            logger.EnvelopeRefused(exception.Path, exception.Expected);
            return WebhookResult.Refused(StatusCodes.Status400BadRequest, exception.Message);
        }

        switch (WebhookTriage.Decide(webhook, options.Value, _botAdminId, receivedAt, traceParent))
        {
            case WebhookDisposition.Queue queue:
                return await StoreAsync(queue, webhook.NotificationId);
            case WebhookDisposition.Ignore ignore:
                logger.Ignored(webhook.Topic, webhook.NotificationId, ignore.Reason);
                return WebhookResult.Ok(WebhookAnswer.Ignored(ignore.Reason));
            case var other:
                throw new InvalidOperationException($"No answer for {other.GetType().Name}.");
        }
    }

    private async Task<WebhookResult> StoreAsync(WebhookDisposition.Queue queue, string? notificationId)
    {
        using var deadline = new CancellationTokenSource(options.Value.StoreDeadline, time);
        try
        {
            // The inbox may not be able to give up a call that is under way. If that call still succeeds after the deadline, the
            // repeated delivery is a duplicate.
            var inbox = queue.Inbox == InboxNames.Articles ? articles : conversations;
            var result = await inbox.EnqueueAsync(queue.Item, queue.Window, deadline.Token).WaitAsync(deadline.Token);

            if (result is EnqueueResult.Full)
            {
                logger.InboxFull(queue.Item.Topic, notificationId, queue.Item.Subject);
                return NotStored();
            }

            logger.Stored(queue.Item.Topic, notificationId, queue.Item.Subject, result);
            return WebhookResult.Ok(result is EnqueueResult.Duplicate ? WebhookAnswer.Duplicate : WebhookAnswer.Queued);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            logger.StoringTooSlow(queue.Item.Topic, notificationId, queue.Item.Subject, options.Value.StoreDeadline.TotalSeconds);
            return NotStored();
        }
        catch (Exception exception)
        {
            // Without the stack: an outage of the storage fails every webhook in the same place.
            logger.StoringFailed(queue.Item.Topic, notificationId, queue.Item.Subject, exception.GetType().Name, exception.Message);
            return NotStored();
        }
    }

    private static WebhookResult NotStored() =>
        WebhookResult.Refused(StatusCodes.Status503ServiceUnavailable, "The event could not be stored. Send it again.");
}
