namespace IntercomRag.Benchmarks.Chaos;

/// <summary>
/// Kills the programs at moments spread over the run, in a seeded order, and starts each again at once. A kill waits until the program that was
/// killed before is well; but some hit while another is down.
/// </summary>
internal sealed class Killer(IReadOnlyList<IVictim> victims, int kills, TimeSpan playing, int seed)
{
    // A program that starts while others work needs some time before the first kill, and everybody some after the last.
    private const double FirstShare = 0.04;
    private const double LastShare = 0.96;

    private const double TogetherShare = 0.2;

    private readonly Random _dice = new(seed);
    private readonly List<Outage> _outages = [];
    private readonly List<string> _unprovoked = [];

    public IReadOnlyList<Outage> Outages => _outages;

    /// <summary>Names of programs that ended without being killed.</summary>
    public IReadOnlyList<string> Unprovoked => _unprovoked;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        var order = victims.SelectMany(victim => Enumerable.Repeat(victim, kills)).ToArray();
        _dice.Shuffle(order);
        var restarts = new Dictionary<IVictim, Task<Outage>>();
        for (var kill = 0; kill < order.Length; kill++)
        {
            // One in each of as many equal slices of the run: spread, and still unforeseeable.
            var share = FirstShare + ((LastShare - FirstShare) * (kill + _dice.NextDouble()) / order.Length);
            var together = _dice.NextDouble() < TogetherShare;
            if (playing * share - time.GetElapsedTime(began) is { Ticks: > 0 } wait && !together)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            await Task.WhenAll(together ? restarts.Where(one => one.Key == order[kill]).Select(one => one.Value) : restarts.Values);
            restarts[order[kill]] = RestartAsync(order[kill], cancellationToken);
        }

        await Task.WhenAll(restarts.Values);
    }

    private async Task<Outage> RestartAsync(IVictim victim, CancellationToken cancellationToken)
    {
        if (!victim.IsRunning)
        {
            lock (_unprovoked)
            {
                _unprovoked.Add(victim.Name);
            }
        }

        var from = TimeProvider.System.GetUtcNow();
        await victim.KillAsync();
        await victim.StartAsync(cancellationToken);
        var outage = new Outage(victim.Name, from, TimeProvider.System.GetUtcNow());
        lock (_outages)
        {
            _outages.Add(outage);
        }

        return outage;
    }
}
