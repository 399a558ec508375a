namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What goes wrong with Intercom, another mixture every few seconds. In all of them webhooks come twice, late, out of order or not at all.</summary>
internal sealed class FaultPhases(Workspace workspace, ChaosOptions options)
{
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(6);

    private static readonly object s_webhooks = new
    {
        duplicate_probability = 0.10,
        drop_probability = 0.02,
        drop_first_probability = 0.04,
        delay_probability = 0.05,
        delay_min_ms = 200,
        delay_max_ms = 3000,
        shuffle_probability = 0.10,
        shuffle_window_ms = 800,
    };

    /// <summary>Longer than the client waits, so that it is the client who gives up; some effects come after that too.</summary>
    private const int TimeoutMs = 1500;

    private static object[] Phases(int seed) =>
    [
        SlowProfiles(seed),
        SlowProfiles(seed),
        new
        {
            seed,
            webhooks = s_webhooks,
            rest = new
            {
                server_error_before_probability = 0.01, server_error_after_probability = 0.005, server_error_status = 500,
                timeout_before_probability = 0.005, timeout_after_probability = 0.005, timeout_ms = TimeoutMs,
                reset_before_probability = 0.005, reset_after_probability = 0.005,
                slow_before_probability = 0.01, slow_after_probability = 0.01, slow_min_ms = 50, slow_max_ms = 600,
                half_answer_probability = 0.003, broken_json_probability = 0.003,
            },
        },
        new { seed, webhooks = s_webhooks, rest = new { server_error_before_probability = 0.03, server_error_after_probability = 0.02, server_error_status = 502 } },
        new
        {
            seed,
            webhooks = s_webhooks,
            rest = new
            {
                timeout_before_probability = 0.01, timeout_after_probability = 0.02, timeout_ms = TimeoutMs,
                reset_before_probability = 0.01, reset_after_probability = 0.02, half_answer_probability = 0.01,
            },
        },
        new
        {
            seed,
            webhooks = s_webhooks,
            rest = new { slow_before_probability = 0.15, slow_after_probability = 0.10, slow_min_ms = 100, slow_max_ms = 1300 },
        },
        new { seed, webhooks = s_webhooks, rest = new { too_many_requests_probability = 0.003 }, storm = new { duration_ms = 1200 } },
    ];

    /// <summary>A profile is read between the conversation and the reply: the time in which most can happen to the conversation.</summary>
    private static object SlowProfiles(int seed) => new
    {
        seed,
        webhooks = s_webhooks,
        rest = new { slow_before_probability = 0.6, slow_min_ms = 300, slow_max_ms = 900, path_contains = "/contacts" },
    };

    /// <summary>Changes the faults until it is cancelled, then switches them off.</summary>
    public async Task RunAsync(CancellationToken playing, CancellationToken cancellationToken)
    {
        var dice = new Random(options.Seed);
        var order = Enumerable.Range(0, Phases(0).Length).ToArray();
        try
        {
            while (true)
            {
                dice.Shuffle(order);
                foreach (var phase in order)
                {
                    await workspace.SetFaultsAsync(Phases(dice.Next())[phase], cancellationToken);
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
