using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Storage;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.CatchUp;

/// <summary>
/// One look at the workspace for customers who wait without a turn knowing it (a webhook lost, a subscription suspended, everything down), and at the
/// inbox for turns that were left unfinished. Both are put into the inbox, where the turn itself finds out whether there is anything to do. One worker
/// at a time runs rounds; should two, the inbox turns the doubled items away.
/// </summary>
public sealed class CatchUpRound(
    IntercomClient client,
    ICatchUpStore store,
    UnfinishedSweep unfinished,
    WaitingSearch waiting,
    IOptions<CatchUpOptions> options,
    TimeProvider time)
{
    /// <summary>How long a round that is under way belongs to its worker without a sign of life. A dead one is soon taken over from.</summary>
    private static readonly TimeSpan s_hold = TimeSpan.FromSeconds(15);

    private readonly IntercomClient _client = client.WithPriority(CallPriority.Sync);
    private readonly CatchUpOptions _options = options.Value;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private string? _workspace;
    private int _failures;

    /// <summary>Runs a round unless another worker does. Intercom or the storage being away is a report, not an exception.</summary>
    public async Task<CatchUpResult> RunAsync(CancellationToken cancellationToken)
    {
        using var span = TurnTelemetry.Source.StartActivity(TelemetryNames.Spans.CatchUpRound);
        var tally = new CatchUpTally();
        DateTimeOffset? watermark = null;
        try
        {
            var workspace = _workspace ??= await ReadWorkspaceAsync(cancellationToken);
            var began = time.GetUtcNow();
            var hold = await store.HoldAsync(workspace, _owner, began + s_hold, null, cancellationToken);
            if (hold.HeldUntil is { } until)
            {
                return new CatchUpResult(null, until > began ? until - began : TimeSpan.Zero);
            }

            watermark = hold.Watermark;
            var end = began - _options.Grace;
            var window = new CatchUpWindow(workspace, watermark - _options.Overlap ?? began - _options.LookBack, end);
            var stop = await unfinished.RunAsync(tally, cancellationToken)
                ?? await waiting.RunAsync(window, tally, () => KeepAsync(workspace, cancellationToken), cancellationToken);
            watermark = stop is null && !(watermark > end) ? end : watermark;
            await store.HoldAsync(workspace, _owner, time.GetUtcNow() + _options.Interval, watermark, cancellationToken);
            return Ended(stop);
        }
        catch (Exception exception) when (exception is IntercomException or StorageUnavailableException)
        {
            return Ended(new CatchUpStop(exception.Message));
        }

        CatchUpResult Ended(CatchUpStop? stop)
        {
            _failures = stop?.Problem is null ? 0 : _failures + 1;
            return new CatchUpResult(tally.Report(watermark, stop, span), _failures == 0 ? _options.Interval : _options.DelayAfter(_failures));
        }
    }

    private async Task<bool> KeepAsync(string workspace, CancellationToken cancellationToken) =>
        (await store.HoldAsync(workspace, _owner, time.GetUtcNow() + s_hold, null, cancellationToken)).HeldUntil is null;

    private async Task<string> ReadWorkspaceAsync(CancellationToken cancellationToken) =>
        (await _client.Teammates.GetMeAsync(cancellationToken)).App?.IdCode is { Length: > 0 } workspace
            ? workspace
            : throw new IntercomAnswerException("GET /me", "$.app.id_code", "it is missing, so conversations cannot be told from another workspace's");
}
