using System.Diagnostics.Metrics;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

/// <summary>One processor over an inbox in memory, with leases of 30 s, on a clock that the test moves.</summary>
internal sealed class ProcessorBench : IAsyncDisposable
{
    /// <summary>Timers of a processor that is idle or at work: its poll, and for each lease the expiry and the renewal.</summary>
    private const int TimersOfAPoll = 1;
    private const int TimersOfALease = 2;

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly InboxProcessor _processor;

    public ProcessorBench(Action<InboxProcessorOptions>? configure = null)
    {
        Inbox = new MemoryInbox(Time);
        Handler = new ScriptedHandler(Inbox);
        var options = new InboxProcessorOptions();
        configure?.Invoke(options);
        Meters = _services.GetRequiredService<IMeterFactory>();
        Telemetry = new InboxTelemetry(Meters);
        _processor = new InboxProcessor(
            InboxNames.Conversations,
            Inbox,
            Handler,
            Options.Create(options),
            Options.Create(new InboxOptions { LeaseDuration = TimeSpan.FromSeconds(30) }),
            Telemetry,
            Time,
            LoggerFactory.Create(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Debug)).CreateLogger<InboxProcessor>());
    }

    public FakeTimeProvider Time { get; } = new();

    public MemoryInbox Inbox { get; }

    public ScriptedHandler Handler { get; }

    public CapturedLogs Logs { get; } = new();

    public IMeterFactory Meters { get; }

    public InboxTelemetry Telemetry { get; }

    public Task StartAsync() => _processor.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Starts with nothing to lease.</summary>
    public static async Task<ProcessorBench> StartIdleAsync(Action<InboxProcessorOptions>? configure = null)
    {
        var bench = new ProcessorBench(configure);
        await bench.StartAsync();
        await bench.SettledAsync(turns: 0);
        return bench;
    }

    /// <summary>Starts and leases one conversation, whose turn is then under way.</summary>
    public static async Task<ProcessorBench> StartWithTurnAsync(Action<InboxProcessorOptions>? configure = null, params InboxItem[] items)
    {
        var bench = new ProcessorBench(configure);
        bench.Inbox.PutDue("1", items);
        await bench.StartAsync();
        await bench.SettledAsync(turns: 1);
        return bench;
    }

    public Task StopAsync() => _processor.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until so many turns are under way and everything else waits for the clock.</summary>
    public Task SettledAsync(int turns) => UntilAsync(
        () => Handler.Running == turns && Time.WaitingTimers == TimersOfAPoll + (turns * TimersOfALease));

    /// <summary>Moves the clock by seconds, letting the processor do at each what is due.</summary>
    public async Task AdvanceAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            var turns = Handler.Running;
            Time.Advance(TimeSpan.FromSeconds(1));
            await UntilAsync(() => Handler.Running < turns || Time.WaitingTimers == TimersOfAPoll + (turns * TimersOfALease));
        }
    }

    public static Task UntilAsync(Func<bool> condition) =>
        Eventually.HoldsAsync(condition, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The journal, once it holds so many entries.</summary>
    public Task<IReadOnlyList<string>> JournalAsync(int entries) => Eventually.ReadAsync(
        () => Task.FromResult(Inbox.Journal), journal => journal.Count >= entries, cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        var stop = StopAsync();
        while (!stop.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await stop;
        _processor.Dispose();
        await _services.DisposeAsync();
    }
}
