using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntercomRag.Core.Telemetry;

/// <summary>The one source and meter of this product, and the metrics of turns.</summary>
public static class TurnTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "IntercomRag";

    public static readonly ActivitySource Source = new(SourceName);

    public static readonly Meter Meter = new(SourceName);

    /// <summary>Turns by action and reason; silent ones by the reason of the silence.</summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("intercomrag.turns", "{turn}", "Turns decided");

    /// <summary>From the customer's last message to the end of the turn.</summary>
    public static readonly Histogram<double> TimeToReply = Meter.CreateHistogram<double>(
        "intercomrag.turn.time_to_reply", "s", "Seconds from the customer's last message to the reply");
}
