using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace IntercomRag.ServiceDefaults.Telemetry;

/// <summary>
/// Puts OpenTelemetry's providers into the host's own container. With <see cref="TelemetryStartup"/> it stands for
/// <c>services.AddOpenTelemetry()</c> of the package OpenTelemetry.Extensions.Hosting, which the build registry lacks.
/// </summary>
internal sealed class HostTelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
{
    public IServiceCollection Services => services;
}
