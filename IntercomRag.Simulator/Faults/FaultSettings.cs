using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Faults;

/// <summary>
/// Section <c>Simulator:Faults</c>, and the body of <c>/simulator/faults</c>: what goes wrong on purpose. Default nothing.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FaultSettings
{
    public const string Section = "Simulator:Faults";

    /// <summary>Makes the faults repeatable; the dice start again whenever the settings are set. Default none.</summary>
    public int? Seed { get; init; }

    public WebhookFaults Webhooks { get; init; } = new();

    public RestFaults Rest { get; init; } = new();

    public StormFaults Storm { get; init; } = new();

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    public string? Problem() => Webhooks.Problem() ?? Rest.Problem() ?? Storm.Problem();
}
