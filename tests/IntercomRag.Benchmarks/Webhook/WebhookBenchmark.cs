using System.Globalization;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Webhook;

/// <summary>
/// Sends signed webhooks at a fixed rate to the API's own endpoint, over Kestrel and into a real Garnet, and in the same run to an
/// endpoint that does nothing but check the signature. Everything shares this machine, the sender and the server included.
/// </summary>
internal static class WebhookBenchmark
{
    private const int Rate = 200;

    // A Garnet that has just started compiles its script path while it serves: seconds on a busy machine, and not what is asked here.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_target = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        run.CancelAfter(s_longestRun);
        await using var garnet = new GarnetServer();
        await garnet.StartAsync(run.Token);

        Console.WriteLine(Line($"{Rate} webhooks/s for {s_duration.TotalSeconds} s after {s_warmUp.TotalSeconds} s of warm-up, {OpenLoop.Connections} connections, {Environment.ProcessorCount} cores"));
        Console.WriteLine("                            p50 ms   p95 ms   p99 ms   max ms   not 200");
        Latencies bare;
        await using (var server = await SignatureOnlyServer.StartAsync(run.Token))
        {
            bare = await MeasureAsync("signature check alone", server.Address, run.Token);
        }

        Latencies webhook;
        await using (var server = await WebhookServer.StartAsync(garnet.ConnectionString, run.Token))
        {
            webhook = await MeasureAsync("webhook into Garnet", server.Address, run.Token);
            Console.WriteLine(Line($"{server.Handled} leases handled meanwhile"));
        }

        Console.WriteLine(Line($"ratio                     {webhook.P50 / bare.P50,8:0.00} {webhook.P95 / bare.P95,8:0.00} {webhook.P99 / bare.P99,8:0.00} {webhook.Max / bare.Max,8:0.00}"));
        var met = webhook.P99 <= s_target && webhook.Failed == 0;
        Console.WriteLine(Line($"p99 of at most {s_target.TotalMilliseconds} ms with nothing refused: {(met ? "met" : "MISSED")}"));
        return met ? 0 : 1;
    }

    private static async Task<Latencies> MeasureAsync(string name, Uri server, CancellationToken cancellationToken)
    {
        using var load = new OpenLoop(server, Rate);
        await load.RunAsync(SignedEvents.Create((int)(Rate * s_warmUp.TotalSeconds)), cancellationToken);
        var latencies = await load.RunAsync(SignedEvents.Create((int)(Rate * s_duration.TotalSeconds)), cancellationToken);
        Console.WriteLine(Line($"{name,-25} {Ms(latencies.P50)} {Ms(latencies.P95)} {Ms(latencies.P99)} {Ms(latencies.Max)} {latencies.Failed,9}"));
        return latencies;
    }

    private static string Ms(TimeSpan time) => Line($"{time.TotalMilliseconds,8:0.00}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
