namespace IntercomRag.Benchmarks.Chaos;

/// <summary>A program that is killed and started again.</summary>
internal interface IVictim
{
    string Name { get; }

    /// <summary>False when it has ended without being killed.</summary>
    bool IsRunning { get; }

    /// <summary>SIGKILL: nothing is flushed, nothing is saved.</summary>
    Task KillAsync();

    /// <summary>Starts it and waits until it is well.</summary>
    Task StartAsync(CancellationToken cancellationToken);
}
