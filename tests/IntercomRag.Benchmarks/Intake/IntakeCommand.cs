using System.Globalization;
using IntercomRag.Benchmarks.Webhook;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Benchmarks.Intake;

/// <summary>
/// The most webhooks a second that the real API takes and stores durably, against an endpoint that only checks the signature: each a process of
/// its own, same sender, same run. No turn runs meanwhile. Everything shares this machine, the sender and the Redis server included.
/// </summary>
internal static class IntakeCommand
{
    private const double Target = 0.4;

    // For three runs of the API a request is new each time, because each has an empty Redis server.
    private const int Requests = 120_000;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan s_startDeadline = TimeSpan.FromSeconds(60);

    /// <summary>Longer than the run, so that nothing becomes due and no turn is looked for.</summary>
    private const string NoTurns = "00:01:00";

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        run.CancelAfter(s_longestRun);
        var requests = SignedEvents.Create(Requests).Select(RawRequest.Of).ToList();
        Console.WriteLine(Line($"{ClosedLoop.Connections} connections for {s_duration.TotalSeconds} s after {s_warmUp.TotalSeconds} s of warm-up, {requests.Average(one => one.Length):0} bytes a request, {Environment.ProcessorCount} cores"));
        Console.WriteLine(Line($"{"",-38}    per s    p50 ms   p95 ms   p99 ms   max ms   not 200   server µs  store µs   of bare"));

        // Before and after the others, because a shared machine changes meanwhile.
        var before = await MeasureBareAsync("signature check alone", requests, run.Token);
        var results = new List<(string Name, IntakeResult Result)>();
        foreach (var (name, create) in Servers())
        {
            await using var server = create();
            await server.StartAsync(run.Token);
            results.Add((name, await MeasureApiAsync(server, requests, run.Token)));
        }

        var after = await MeasureBareAsync("signature check alone, again", requests, run.Token);
        var bare = (before.PerSecond + after.PerSecond) / 2;
        foreach (var (name, result) in results)
        {
            Print(name, result, bare);
        }

        // The default of the app host.
        var share = results[0].Result.PerSecond / bare;
        var met = share >= Target && results.TrueForAll(one => one.Result.Latencies.Failed == 0);
        Console.WriteLine(Line($"at least {Target:0 %} of the bare endpoint's rate on Garnet, with nothing refused: {(met ? "met" : "MISSED")}"));
        return met ? 0 : 1;
    }

    private static IEnumerable<(string Name, Func<CacheServer> Create)> Servers()
    {
        yield return ("API into Garnet (app host's arguments)", () => new GarnetServer());
        if (RedisServer.Missing is { } missing)
        {
            Console.WriteLine(missing);
            yield break;
        }

        yield return ("API into Redis, appendfsync always", () => new RedisServer("always"));
        yield return ("API into Redis, appendfsync everysec", () => new RedisServer("everysec"));
    }

    private static async Task<IntakeResult> MeasureBareAsync(string name, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        var address = LocalPorts.FreeAddress();
        await using var process = await SignatureServerProcess.StartAsync(address, cancellationToken);

        // It remembers nothing.
        var load = new ClosedLoop(address, requests, repeats: true);
        await load.RunAsync(s_warmUp, cancellationToken);
        var result = await load.RunAsync(s_duration, cancellationToken, process.Id);
        Print(name, result, bare: null);
        return result;
    }

    private static async Task<IntakeResult> MeasureApiAsync(CacheServer cache, IReadOnlyList<byte[]> requests, CancellationToken cancellationToken)
    {
        var address = LocalPorts.FreeAddress();
        await using var api = ServiceProcess.Start("IntercomRag.Api", address, new Dictionary<string, string>
        {
            ["ConnectionStrings__cache"] = cache.ConnectionString,
            ["ConnectionStrings__vectors"] = $"Endpoint=file://{Path.Combine(Path.GetTempPath(), "intercomrag-intake-none.db")};Key=",
            ["Intercom__BaseUrl"] = LocalPorts.FreeAddress().ToString(),
            ["Intercom__AccessToken"] = "intake-access-token",
            ["Intercom__ClientSecret"] = SignedEvents.ClientSecret,
            ["Intercom__BotAdminId"] = "9001",
            ["Webhook__MessageQuiet"] = NoTurns,
            ["Webhook__FragmentQuiet"] = NoTurns,
            ["Webhook__MessageCap"] = NoTurns,
            ["InboxProcessor__PollInterval"] = NoTurns,
        });
        using var http = new HttpClient { BaseAddress = address };
        await api.WaitAsync(
            async () => (await http.GetAsync("/alive", cancellationToken)).IsSuccessStatusCode, "the API is alive", s_startDeadline, cancellationToken);

        var load = new ClosedLoop(address, requests);
        await load.RunAsync(s_warmUp, cancellationToken);
        return await load.RunAsync(s_duration, cancellationToken, api.Id, cache.ProcessId!.Value);
    }

    private static void Print(string name, IntakeResult result, double? bare)
    {
        var (latencies, share) = (result.Latencies, bare is { } rate ? Line($"{result.PerSecond / rate,8:0 %}") : "");
        var cost = Line($"{Microseconds(result, 0),10}{Microseconds(result, 1),10}");
        Console.WriteLine(Line(
            $"{name,-38} {result.PerSecond,8:0}  {Ms(latencies.P50)} {Ms(latencies.P95)} {Ms(latencies.P99)} {Ms(latencies.Max)} {latencies.Failed,9}  {cost}  {share}{(result.RanOut ? "  (ran out of requests)" : "")}"));
    }

    private static string Microseconds(IntakeResult result, int process) =>
        process < result.ProcessorTimes.Count ? Line($"{result.ProcessorTimes[process].TotalMicroseconds:0}") : "";

    private static string Ms(TimeSpan time) => Line($"{time.TotalMilliseconds,8:0.00}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
