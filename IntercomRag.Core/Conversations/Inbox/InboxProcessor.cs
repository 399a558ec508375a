using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>
/// Leases what is due in one inbox and has it handled, several leases side by side. Survives outages of the inbox, and at shutdown
/// lets running leases finish before it gives back the rest.
/// </summary>
public sealed class InboxProcessor : BackgroundService
{
    private readonly IInbox _inbox;
    private readonly InboxProcessorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<InboxProcessor> _logger;
    private readonly InboxOutage _outage;
    private readonly LeaseRunner _runner;
    private readonly string _name;

    public InboxProcessor(
        string name,
        IInbox inbox,
        ILeaseHandler handler,
        IOptions<InboxProcessorOptions> options,
        IOptions<InboxOptions> inboxOptions,
        InboxTelemetry telemetry,
        TimeProvider time,
        ILogger<InboxProcessor> logger)
    {
        _name = name;
        _inbox = inbox;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _outage = new InboxOutage(name, _options, time, logger);
        _runner = new LeaseRunner(name, inbox, handler, inboxOptions.Value.LeaseDuration, telemetry, time, logger);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var slots = new SemaphoreSlim(_options.Concurrency);
        using var giveBack = new CancellationTokenSource();
        try
        {
            await PollAsync(slots, giveBack.Token, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await DrainAsync(slots, giveBack);
        }
    }

    private async Task PollAsync(SemaphoreSlim slots, CancellationToken giveBack, CancellationToken stoppingToken)
    {
        while (true)
        {
            await slots.WaitAsync(stoppingToken);
            var asked = _time.GetTimestamp();
            var (lease, pause) = await TryLeaseAsync();
            if (lease is not null)
            {
                _ = Task.Run(() => RunAsync(lease, asked, slots, giveBack), CancellationToken.None);
                continue;
            }

            slots.Release();
            await Task.Delay(pause, _time, stoppingToken);
        }
    }

    /// <summary>Not cancelled at shutdown: a lease that is granted but not received would block its subject until it expires.</summary>
    private async Task<(InboxLease? Lease, TimeSpan Pause)> TryLeaseAsync()
    {
        try
        {
            var lease = await _inbox.LeaseAsync(CancellationToken.None);
            _outage.Ended();
            return (lease, _options.PollInterval);
        }
        catch (Exception exception)
        {
            return (null, _outage.Failed(exception));
        }
    }

    private async Task RunAsync(InboxLease lease, long asked, SemaphoreSlim slots, CancellationToken giveBack)
    {
        try
        {
            await _runner.RunAsync(lease, asked, giveBack);
        }
        catch (Exception exception)
        {
            _logger.LeaseAbandoned(exception, _name, lease.Subject);
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>A free slot is a lease that has ended: when all are taken here, none runs any more.</summary>
    private async Task DrainAsync(SemaphoreSlim slots, CancellationTokenSource giveBack)
    {
        using var drainTime = new CancellationTokenSource(_options.DrainTime, _time);
        var ended = 0;
        try
        {
            for (; ended < _options.Concurrency; ended++)
            {
                await slots.WaitAsync(drainTime.Token);
            }
        }
        catch (OperationCanceledException)
        {
            _logger.GivingBack(_name, _options.Concurrency - ended, _options.DrainTime.TotalSeconds);
            await giveBack.CancelAsync();
            for (; ended < _options.Concurrency; ended++)
            {
                await slots.WaitAsync(CancellationToken.None);
            }
        }
    }
}
