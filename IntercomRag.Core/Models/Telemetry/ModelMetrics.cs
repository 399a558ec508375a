using System.Diagnostics.Metrics;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Models.Telemetry;

/// <summary>The metrics of OpenTelemetry's conventions for generative AI, with the buckets that these advise.</summary>
internal static class ModelMetrics
{
    public static readonly Histogram<double> Duration = TurnTelemetry.Meter.CreateHistogram(
        "gen_ai.client.operation.duration",
        "s",
        "Seconds that a question to a model took",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
        });

    public static readonly Histogram<long> Tokens = TurnTelemetry.Meter.CreateHistogram(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens that a model read and wrote",
        advice: new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
        });
}
