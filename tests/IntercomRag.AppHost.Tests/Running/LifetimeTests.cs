using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;
using StackExchange.Redis;

namespace IntercomRag.AppHost.Tests.Running;

/// <summary>How a run begins and ends: real processes, a real Garnet.</summary>
[Collection(nameof(SampleRun))]
[SupportedOSPlatform("linux")]
public sealed class LifetimeTests
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    [LinuxFact]
    public async Task Run_AllHealthy_SaysWhatToOpenAndHowToStop()
    {
        await using var run = SampleRun.Start();
        await run.ReadyAsync();

        run.Output.ShouldMatch($@"API +http://localhost:{run.ApiPort}\n");
        run.Output.ShouldMatch($@"Messenger +http://localhost:{run.SimulatorPort}\n");
        run.Output.ShouldMatch($@"Agent inbox +http://localhost:{run.SimulatorPort}/inbox\n");
        run.Output.ShouldContain("Press Ctrl+C to stop");
        run.Output.ShouldNotContain("demo-access-token");
    }

    [LinuxFact]
    public async Task Run_Interrupted_StopsServicesBeforeTheCacheAndLeavesNothing()
    {
        Assert.SkipWhen(PosixSignals.IsIgnored(PosixSignals.Interrupt), "SIGINT is ignored here, as a shell does it for background jobs.");
        await using var run = SampleRun.Start();
        await run.ReadyAsync();
        run.Children.Count.ShouldBe(4);

        (await run.StopAsync(PosixSignals.Interrupt)).ShouldBe(0);

        run.Children.ShouldBeEmpty();
        run.Output.IndexOf("api        stopped", StringComparison.Ordinal)
            .ShouldBeLessThan(run.Output.IndexOf("cache      stopping", StringComparison.Ordinal));
    }

    [LinuxFact]
    public async Task Run_TerminatedWhileStarting_LeavesNothing()
    {
        await using var run = SampleRun.Start();
        await Eventually.HoldsAsync(() => run.Output.Contains("cache      starting"), SampleRun.Deadline, TestContext.Current.CancellationToken);

        (await run.StopAsync()).ShouldBe(0);

        run.Children.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Run_Killed_LeavesNoChildGarnetIncluded()
    {
        await using var run = SampleRun.Start();
        await run.ReadyAsync();
        run.Children.Count.ShouldBe(4);

        PosixSignals.Send(run.Id, PosixSignals.Kill);

        await Eventually.HoldsAsync(() => run.Children.Count == 0, cancellationToken: TestContext.Current.CancellationToken);
    }

    [LinuxFact]
    public async Task Run_ServiceDies_StopsTheRestAndSaysWhichAndWhy()
    {
        await using var run = SampleRun.Start();
        await run.ReadyAsync();

        await Task.WhenAny(Client.PostAsync(run.Url("worker", "/die"), null, TestContext.Current.CancellationToken));

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain("error: 'worker' ended with exit code 7");
        run.Output.ShouldContain("  The sample was told to die.");
        run.Children.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Run_ServiceDiesAtItsStart_StopsTheRestAndSaysWhichAndWhy()
    {
        await using var run = SampleRun.Start([("SAMPLE_DIES", "simulator")]);

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain("error: 'simulator' ended with exit code 3");
        run.Output.ShouldContain("  The sample cannot go on.");
        run.Children.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Run_ServiceNeverHealthy_GivesUpWithItsLastAnswer()
    {
        await using var run = SampleRun.Start([("SAMPLE_SICK", "api")], "--LocalHost:StartTimeout", "00:00:10");

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain("error: 'api' was not healthy 10 s after its start");
        run.Output.ShouldContain("503 Service Unavailable: too sick");
        run.Children.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Run_CacheKilled_StopsTheRest()
    {
        await using var run = SampleRun.Start();
        await run.ReadyAsync();

        PosixSignals.Send(GarnetOf(run), PosixSignals.Kill);

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain("error: 'cache' ended with exit code 137");
        run.Children.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Run_PortInUse_NamesPortHolderAndSettingBeforeAnythingStarts()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        await using var run = SampleRun.Start("--Simulator:Port", $"{port}");

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain($"Port {port}, which 'simulator' needs, is in use by process {Environment.ProcessId} (");
        run.Output.ShouldContain("--Simulator:Port");
        Directory.EnumerateFileSystemEntries(run.DataDirectory).ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Run_HalfConfiguredWorkspace_SaysWhatIsMissing()
    {
        await using var run = SampleRun.Start("--Intercom:AccessToken", "token");

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain("Intercom__ClientSecret");
        run.Output.ShouldNotContain("   at ");
    }

    [LinuxFact]
    public async Task Run_DataInUse_SaysSo()
    {
        await using var first = SampleRun.Start();
        await first.ReadyAsync();
        await using var second = SampleRun.StartOn(first.DataDirectory);

        (await second.ExitCodeAsync()).ShouldBe(1);
        second.Output.ShouldContain("Another run uses the data in");
    }

    [LinuxFact]
    public async Task Run_KilledAndStartedAgain_KeepsTheDataOfTheCache()
    {
        await using var first = SampleRun.Start("--Parameters:cache-password", "one");
        await first.ReadyAsync();
        using (var connection = await ConnectAsync(first, "one"))
        {
            await connection.GetDatabase().StringSetAsync("key", "value");
        }

        PosixSignals.Send(first.Id, PosixSignals.Kill);
        await Eventually.HoldsAsync(() => first.Children.Count == 0, cancellationToken: TestContext.Current.CancellationToken);

        await using var second = SampleRun.StartOn(first.DataDirectory, "--Parameters:cache-password", "two");
        await second.ReadyAsync();
        using (var connection = await ConnectAsync(second, "two"))
        {
            ((string?)await connection.GetDatabase().StringGetAsync("key")).ShouldBe("value");
        }
    }

    [LinuxFact]
    public async Task Cache_Started_ShowsItsPasswordNeitherToOtherUsersNorInTheLog()
    {
        const string password = "s3cr3tPassword";
        await using var run = SampleRun.Start("--Parameters:cache-password", password);
        await run.ReadyAsync();

        File.ReadAllText($"/proc/{GarnetOf(run)}/cmdline").ShouldNotContain(password);
        File.GetUnixFileMode(Path.Combine(run.DataDirectory, "cache", "garnet.conf")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        run.Output.ShouldNotContain(password);
    }

    [LinuxFact]
    public async Task Run_ToolThatCannotBeRestored_SaysWhatToDo()
    {
        var root = Directory.CreateTempSubdirectory("intercomrag-apphost-").FullName;
        Directory.CreateDirectory(Path.Combine(root, ".config"));
        File.WriteAllText(
            Path.Combine(root, ".config", "dotnet-tools.json"),
            """{ "version": 1, "isRoot": true, "tools": { "garnet-server": { "version": "0.0.1-none", "commands": ["garnet-server"] } } }""");
        File.WriteAllText(
            Path.Combine(root, "nuget.config"),
            """<configuration><packageSources><clear /><add key="nowhere" value="." /></packageSources></configuration>""");
        await using var run = SampleRun.Start("--LocalHost:RepositoryRoot", root);

        (await run.ExitCodeAsync()).ShouldBe(1);
        run.Output.ShouldContain("Restoring the dotnet tool garnet-server 0.0.1-none");
        run.Output.ShouldContain($"Run `dotnet tool restore` in '{root}'");
        run.Children.ShouldBeEmpty();
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(SampleRun run, string password) =>
        ConnectionMultiplexer.ConnectAsync($"{run.Url("cache", "").Authority},password={password}");

    private static int GarnetOf(SampleRun run) => run.Children.Single(id => File.ReadAllText($"/proc/{id}/cmdline").Contains("GarnetServer"));
}
