namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What goes wrong with Intercom, another mixture every few seconds. In all of them webhooks come twice, late, out of order or not at all.</summary>
internal sealed class FaultPhases(Workspace workspace, ChaosOptions options)
{
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(6);

    private static readonly object s_webhooks = new
    {
        duplicate_probability = 0.10,
        drop_probability = 0.03,
        delay_probability = 0.05,
        delay_min_ms = 200,
        delay_max_ms = 3000,
        shuffle_probability = 0.10,
        shuffle_window_ms = 800,
    };

    /// <summary>Longer than the client waits, so that it is the client who gives up.</summary>
    private const int TimeoutMs = 1500;

    private static readonly object[] s_rest =
    [
        new { too_many_requests_probability = 0.001, server_error_probability = 0.01, timeout_before_probability = 0.005, timeout_after_probability = 0.005, slow_probability = 0.02, slow_min_ms = 50, slow_max_ms = 800, timeout_ms = TimeoutMs },
        new { server_error_probability = 0.05 },
        new { timeout_before_probability = 0.015, timeout_after_probability = 0.03, timeout_ms = TimeoutMs },
        new { slow_probability = 0.25, slow_min_ms = 100, slow_max_ms = 700 },
        new { too_many_requests_probability = 0.005 },
    ];

    /// <summary>Changes the faults until it is cancelled, then switches them off.</summary>
    public async Task RunAsync(CancellationToken playing, CancellationToken cancellationToken)
    {
        var dice = new Random(options.Seed);
        var order = Enumerable.Range(0, s_rest.Length).ToArray();
        try
        {
            while (true)
            {
                dice.Shuffle(order);
                foreach (var phase in order)
                {
                    await workspace.SetFaultsAsync(new { seed = dice.Next(), webhooks = s_webhooks, rest = s_rest[phase] }, cancellationToken);
                    await Task.Delay(s_length, TimeProvider.System, playing);
                }
            }
        }
        catch (OperationCanceledException) when (playing.IsCancellationRequested)
        {
            await workspace.SetFaultsAsync(new { }, cancellationToken);
        }
    }
}
