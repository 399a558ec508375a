using IntercomRag.AppHost.LocalHosting.Garnet;
using IntercomRag.AppHost.LocalHosting.Health;
using IntercomRag.AppHost.LocalHosting.Model;
using IntercomRag.AppHost.LocalHosting.Network;
using IntercomRag.AppHost.LocalHosting.Services;
using IntercomRag.AppHost.LocalHosting.Terminal;

namespace IntercomRag.AppHost.LocalHosting.Running;

/// <summary>Runs a model as plain processes on this machine. A launcher for development: it restarts nothing and schedules nothing.</summary>
internal sealed class LocalHost : IDisposable
{
    private readonly LocalApplicationBuilder _model;
    private readonly Screen _screen;
    private readonly TimeProvider _time;
    private readonly HttpHealthProbe _probe = new();
    private readonly List<RunningResource> _running = [];
    private readonly Lock _showing = new();

    private LocalHost(LocalApplicationBuilder model, Screen screen, TimeProvider time) => (_model, _screen, _time) = (model, screen, time);

    /// <summary>Runs until a signal or a failure.</summary>
    /// <returns>The exit code: 0 after a signal, 1 after a failure.</returns>
    public static async Task<int> RunAsync(LocalApplicationBuilder model)
    {
        using var signals = new StopSignals();
        var screen = Screen.ForConsole();
        using var host = new LocalHost(model, screen, TimeProvider.System);
        try
        {
            await host.RunAsync(signals);
            return 0;
        }
        catch (OperationCanceledException) when (signals.Requested.IsCancellationRequested)
        {
            screen.End("Stopped.");
            return 0;
        }
        catch (Exception e) when (e is LocalHostException or DistributedApplicationException)
        {
            screen.Fail(e.Message);
            return 1;
        }
    }

    public void Dispose()
    {
        _running.ForEach(resource => resource.Dispose());
        _probe.Dispose();
    }

    private async Task RunAsync(StopSignals signals)
    {
        var started = _time.GetTimestamp();

        // Whatever can be known to fail fails before the first process.
        Ports.EnsureFree(_model.Resources);
        using var dataLock = DataLock.Take(_model.Options.DataDirectory);
        var garnet = _model.Resources.OfType<RedisResource>().Any()
            ? await GarnetTool.FindAsync(_model.Options, _screen.Say, signals.Requested)
            : null;

        foreach (var endpoint in _model.Resources.SelectMany(resource => resource.Endpoints))
        {
            endpoint.Allocate();
        }

        var planner = new LaunchPlanner(_model, garnet, _probe, _screen.Colours);
        _running.AddRange(_model.Resources
            .Where(resource => resource is not ParameterResource)
            .Select(resource => new RunningResource(resource, () => planner.Plan(resource), _model.Options, _screen, _time, Show)));

        Show();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Requested);
        var runs = _running.Select(resource => resource.RunAsync(_running, stop.Token));
        var forwarders = planner.Forwarders(_screen.Say).Select(forwarder => forwarder.RunAsync(stop.Token));
        List<Task> ends = [.. runs, .. forwarders];
        try
        {
            var ready = Task.WhenAll(_running.Select(resource => resource.Healthy));
            if (await Task.WhenAny([ready, .. ends]) == ready)
            {
                Summarize(_time.GetElapsedTime(started));
            }

            await await Task.WhenAny(ends);
        }
        finally
        {
            // Nothing starts any more once all of these have ended.
            await stop.CancelAsync();
            await Task.WhenAll(ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await StopAsync(signals.Insisted);
        }
    }

    private void Show()
    {
        // Resources change at the same time; a table from before must not follow one from after.
        lock (_showing)
        {
            _screen.Show(_running.ConvertAll(resource => new ResourceRow(resource.Resource.Name, resource.State, Place(resource.Resource))));
        }
    }

    private static string Place(Resource resource) => resource switch
    {
        QdrantServerResource index => index.Path,
        _ => string.Join(' ', resource.Endpoints.Select(endpoint => endpoint.Url)),
    };

    private void Summarize(TimeSpan elapsed)
    {
        var urls = _running.SelectMany(resource => DisplayedUrls.Of(resource.Resource)).Where(url => url.DisplayText is not null).ToList();
        var column = urls.Select(url => url.DisplayText!.Length).DefaultIfEmpty().Max();
        var lines = urls.Select(url => $"  {url.DisplayText!.PadRight(column)}  {url.Url}");

        _screen.Say(string.Join(Environment.NewLine,
            ["", $"Everything is ready, after {elapsed.TotalSeconds:0.0} s.", "", .. lines, "", "Press Ctrl+C to stop. The data stays in " + _model.Options.DataDirectory, ""]));
    }

    /// <summary>Stops what nobody depends on any more, then what that depended on, and so forth: a service can still reach its cache while it stops.</summary>
    private async Task StopAsync(CancellationToken now)
    {
        var left = _running.ToList();
        while (left.Count > 0)
        {
            var free = left.Where(resource => !left.Exists(other => other.Resource.WaitsFor.Contains(resource.Resource))).ToList();
            var next = free.Count > 0 ? free : left.ToList();
            await Task.WhenAll(next.Select(resource => resource.StopAsync(now)));
            left.RemoveAll(next.Contains);
        }
    }
}
