using System.Diagnostics;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.AI;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Models.Telemetry;

/// <summary>The span and the metrics of one operation of a model, by OpenTelemetry's conventions for generative AI.</summary>
internal sealed class OperationTrace : IDisposable
{
    private readonly TagList _tags;
    private readonly TimeProvider _time;
    private readonly long _started;
    private UsageDetails? _usage;
    private string? _model;
    private string? _error;

    private OperationTrace(Activity? span, TagList tags, TimeProvider time)
    {
        (Span, _tags, _time, _started) = (span, tags, time, time.GetTimestamp());
    }

    public Activity? Span { get; }

    /// <param name="endpoint">Null when answers come from a file.</param>
    public static OperationTrace Begin(string operation, string name, string model, Uri? endpoint, TimeProvider time)
    {
        // At creation: samplers see these.
        var tags = new TagList
        {
            { Attributes.OperationName, operation },
            { Attributes.ProviderName, Values.OpenAi },
            { Attributes.RequestModel, model },
        };
        if (endpoint is not null)
        {
            tags.Add(Attributes.ServerAddress, endpoint.Host);
            tags.Add(Attributes.ServerPort, endpoint.Port);
        }

        return new OperationTrace(TurnTelemetry.Source.StartActivity(name, ActivityKind.Client, parentContext: default, tags), tags, time);
    }

    public void Answered(string? model, UsageDetails? usage)
    {
        (_model, _usage) = (model, usage);
        Span?.SetTag(Attributes.ResponseModel, model)
            .SetTag(Attributes.InputTokens, usage?.InputTokenCount)
            .SetTag(Attributes.OutputTokens, usage?.OutputTokenCount)
            .SetTag(Attributes.CachedTokens, usage?.CachedInputTokenCount)
            .SetTag(Attributes.ReasoningTokens, usage?.ReasoningTokenCount);
    }

    public void Failed(Exception exception) => Failed(exception switch
    {
        ModelException failure => CodeName.Of(failure.Failure),
        _ => exception.GetType().FullName!,
    });

    public void Failed(string error)
    {
        _error = error;
        Span?.SetTag(Attributes.ErrorType, error).SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        var tags = _tags;
        Add(ref tags, Attributes.ResponseModel, _model);
        Count(tags, "input", _usage?.InputTokenCount);
        Count(tags, "output", _usage?.OutputTokenCount);
        Add(ref tags, Attributes.ErrorType, _error);
        ModelMetrics.Duration.Record(_time.GetElapsedTime(_started).TotalSeconds, tags);
        Span?.Dispose();
    }

    private static void Count(TagList tags, string type, long? tokens)
    {
        if (tokens is { } count)
        {
            tags.Add(Attributes.TokenType, type);
            ModelMetrics.Tokens.Record(count, tags);
        }
    }

    private static void Add(ref TagList tags, string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
