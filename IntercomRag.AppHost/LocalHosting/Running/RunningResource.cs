using IntercomRag.AppHost.LocalHosting.Health;
using IntercomRag.AppHost.LocalHosting.Processes;
using IntercomRag.AppHost.LocalHosting.Terminal;

namespace IntercomRag.AppHost.LocalHosting.Running;

/// <summary>A resource from its start to its end.</summary>
/// <param name="resource">The resource as the model describes it.</param>
/// <param name="plan">The processes that it consists of here, which may be none.</param>
/// <param name="options">How long things may take.</param>
/// <param name="screen">Where its log goes.</param>
/// <param name="time">The clock.</param>
/// <param name="changed">Called after each change of its state.</param>
internal sealed class RunningResource(
    Resource resource, Func<IReadOnlyList<Launch>> plan, LocalHostOptions options, Screen screen, TimeProvider time, Action changed) : IDisposable
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StartingPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HealthyPoll = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Launch Launch, ChildProcess Process)> _processes = [];

    public Resource Resource => resource;

    public ResourceState State { get; private set; }

    /// <summary>Completes when it is healthy for the first time.</summary>
    public Task Healthy => _healthy.Task;

    /// <summary>Starts the resource after those that it waits for, and watches it. Ends by an exception only.</summary>
    /// <exception cref="LocalHostException">It did not get healthy in time, or a process of it ended.</exception>
    public async Task RunAsync(IReadOnlyList<RunningResource> all, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(all.Where(other => resource.WaitsFor.Contains(other.Resource)).Select(other => other.Healthy)).WaitAsync(cancellationToken);
            foreach (var launch in plan())
            {
                Become(ResourceState.Starting);
                _processes.Add((launch, ChildProcess.Start(launch.Start, line => screen.Log(launch.Name, line))));
            }

            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watch = WatchAsync(ended.Token);
            var end = await Task.WhenAny([watch, .. _processes.Select(process => EndAsync(process.Launch, process.Process, cancellationToken))]);
            await ended.CancelAsync();
            await end;
        }
        catch (LocalHostException)
        {
            Become(ResourceState.Failed);
            throw;
        }
    }

    public async Task StopAsync(CancellationToken now)
    {
        if (State != ResourceState.Failed)
        {
            Become(ResourceState.Stopping);
        }

        await Task.WhenAll(_processes.Select(process => process.Process.StopAsync(options.StopTimeout, time, now)));
        if (State != ResourceState.Failed)
        {
            Become(ResourceState.Stopped);
        }
    }

    public void Dispose() => _processes.ForEach(process => process.Process.Dispose());

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = FirstPoll;
        while (true)
        {
            var answers = await Task.WhenAll(_processes.Select(process => process.Launch.AskAsync?.Invoke(cancellationToken)).OfType<Task<HealthAnswer>>());
            if (Array.Find(answers, answer => !answer.Healthy) is not { } sick)
            {
                Become(ResourceState.Healthy);
                _healthy.TrySetResult();
                pause = HealthyPoll;
            }
            else if (_healthy.Task.IsCompleted)
            {
                Become(ResourceState.Unhealthy);
                pause = StartingPoll;
            }
            else if (time.GetElapsedTime(started) > options.StartTimeout)
            {
                throw new LocalHostException(
                    $"'{resource.Name}' was not healthy {options.StartTimeout.TotalSeconds:0} s after its start: {sick.Detail}{LastLines(_processes[0].Process)}");
            }
            else
            {
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, StartingPoll.Ticks));
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static async Task EndAsync(Launch launch, ChildProcess process, CancellationToken cancellationToken)
    {
        var exitCode = await process.Exited.WaitAsync(cancellationToken);
        throw new LocalHostException($"'{launch.Name}' ended with exit code {exitCode}, so everything was stopped.{LastLines(process)}");
    }

    private static string LastLines(ChildProcess process) => process.LastLines is { Count: > 0 } lines
        ? $"{Environment.NewLine}Its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, lines.Select(line => "  " + line))}"
        : " It wrote nothing.";

    private void Become(ResourceState state)
    {
        if (State != state)
        {
            State = state;
            changed();
        }
    }
}
