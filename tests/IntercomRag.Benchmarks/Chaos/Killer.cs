using System.Collections.Concurrent;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Kills each program at moments spread over the run, and starts it again at once.</summary>
internal sealed class Killer(IReadOnlyList<IVictim> victims, int kills, TimeSpan playing, int seed)
{
    // A program that starts while others work needs some time before the first kill, and everybody some after the last.
    private const double FirstShare = 0.04;
    private const double LastShare = 0.96;

    private readonly ConcurrentQueue<Outage> _outages = new();
    private readonly ConcurrentQueue<string> _unprovoked = new();

    public IReadOnlyList<Outage> Outages => [.. _outages.OrderBy(outage => outage.From)];

    /// <summary>Names of programs that ended without being killed.</summary>
    public IReadOnlyList<string> Unprovoked => [.. _unprovoked];

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(victims.Select((victim, index) => RunAsync(victim, new Random(unchecked((seed * 31) + index)), cancellationToken)));

    private async Task RunAsync(IVictim victim, Random dice, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        for (var kill = 0; kill < kills; kill++)
        {
            // One in each of as many equal slices of the run: spread, and still unforeseeable.
            var share = FirstShare + ((LastShare - FirstShare) * (kill + dice.NextDouble()) / kills);
            if (playing * share - time.GetElapsedTime(began) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            if (!victim.IsRunning)
            {
                _unprovoked.Enqueue(victim.Name);
            }

            var from = time.GetUtcNow();
            await victim.KillAsync();
            await victim.StartAsync(cancellationToken);
            _outages.Enqueue(new Outage(victim.Name, from, time.GetUtcNow()));
        }
    }
}
