using System.Diagnostics;
using IntercomRag.Benchmarks.Webhook;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Benchmarks.Intake;

/// <summary>The bare endpoint in a process of its own, as the API has one: this program, started again with <see cref="Argument"/>.</summary>
internal static class SignatureServerProcess
{
    public const string Argument = "signature-server";

    private static readonly TimeSpan s_startDeadline = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string address)
    {
        await using var server = await SignatureOnlyServer.StartAsync(CancellationToken.None, address);
        await server.WaitForShutdownAsync();
        return 0;
    }

    public static async Task<TestProcess> StartAsync(Uri address, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SignatureServerProcess).Assembly.Location, Argument, address.ToString()]);
        var process = new TestProcess(start) { Name = Argument };
        using var http = new HttpClient { BaseAddress = address };
        await process.WaitAsync(
            async () => await http.GetAsync("/", cancellationToken) is not null, $"{Argument} answers", s_startDeadline, cancellationToken);
        return process;
    }
}
