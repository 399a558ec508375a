using System.Globalization;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>
/// The experiment: real processes, customers and teammates who write by a seeded script, a network and an Intercom that fail, programs that
/// are killed; at the end the Simulator's own record is held against the promises.
/// </summary>
internal static class ChaosCommand
{
    private const int Broken = 1;
    private const int NotRun = 2;

    /// <summary>As many connections as write at the same moment in a small installation.</summary>
    private const int Witnesses = 4;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ChaosOptions options;
        try
        {
            options = ChaosOptions.Parse(arguments);
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine($"{wrong.Message}\n{ChaosOptions.Usage}");
            return NotRun;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Limit);
        var folder = Directory.CreateTempSubdirectory("intercomrag-chaos-").FullName;
        var logs = new LogFolder(options.Logs ?? Path.Combine(folder, "logs"));
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            ChaosReport.Begin(options);
            var run = await RunAsync(options, Path.Combine(folder, "data"), logs, limit.Token);
            var verdict = run.Judge();
            ChaosReport.End(options, run, verdict, TimeProvider.System.GetElapsedTime(began));
            Transcripts.Write(run.Record, Path.Combine(logs.Path, "record.txt"));
            File.WriteAllLines(Path.Combine(logs.Path, "kills.txt"), run.Outages.Select(outage => outage.ToString()));
            if (verdict.Violations.Count == 0 && run is { Unprovoked.Count: 0, LostWrites: 0 })
            {
                Directory.Delete(folder, recursive: true);
                return 0;
            }

            Console.WriteLine($"Logs and record: {logs.Path}");
            return Broken;
        }
        catch (Exception failure)
        {
            var why = cancellationToken.IsCancellationRequested ? "interrupted"
                : limit.IsCancellationRequested ? $"not done after {options.Limit.TotalMinutes:0} min"
                : failure.ToString();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The experiment could not run to its end: {why}\nSeed {options.Seed}; logs: {logs.Path}"));
            return NotRun;
        }
    }

    private static async Task<ChaosRun> RunAsync(ChaosOptions options, string folder, LogFolder logs, CancellationToken cancellationToken)
    {
        await using var system = new RunningSystem(options, Directory.CreateDirectory(folder).FullName, logs);
        var playingTime = options.PlayingTime(await system.StartAsync(cancellationToken));
        using var workspace = new Workspace(system.Simulator);

        var calibration = new Calibration(workspace);
        var topics = await calibration.RunAsync(cancellationToken);
        ChaosReport.Calibrated(topics, calibration.ReplyTimes, playingTime);

        var scripts = new ScriptWriter(options, playingTime, topics).Write();
        var killer = new Killer(system.Victims, options.Kills, playingTime, options.Seed);
        using var playing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var faults = new FaultPhases(workspace, options).RunAsync(playing.Token, cancellationToken);
        var witnesses = Enumerable.Range(1, Witnesses).Select(number => new Witness(system.CachePort, $"chaos:witness:{number}", commits: options.Redis == "garnet")).ToArray();
        var counting = Task.WhenAll(witnesses.Select(witness => witness.RunAsync(playing.Token)));
        var kills = killer.RunAsync(cancellationToken);
        var conversations = await new ScriptPlayer(workspace).PlayAsync(scripts, cancellationToken);
        await kills;
        await playing.CancelAsync();
        await Task.WhenAll(faults, counting);

        var record = await Drain.RunAsync(workspace, cancellationToken);
        var played = conversations.ToHashSet();
        var peaks = await system.StopAsync();
        return new ChaosRun(
            [.. record.Where(conversation => played.Contains(conversation.Id))],
            topics,
            calibration.ReplyTimes,
            killer.Outages,
            killer.Unprovoked,
            witnesses,
            peaks);
    }
}
