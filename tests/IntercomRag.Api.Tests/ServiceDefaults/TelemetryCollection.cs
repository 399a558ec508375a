namespace IntercomRag.Api.Tests.ServiceDefaults;

/// <summary>Runs alone: whoever listens to a source or a meter by its name hears every service in the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
