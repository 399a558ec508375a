using System.Diagnostics;
using IntercomRag.Core.Models.Resilience;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.AI;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Models.Telemetry;

/// <summary>
/// Writes a span and metrics for each question, whatever became of it. The outermost client, so that a question is one span however often it
/// is tried; the tries are HTTP spans inside of it.
/// </summary>
internal sealed class TracedChatClient(IChatClient inner, Uri? endpoint, CapturedText captured, TimeProvider time) : WholeAnswerChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var model = options?.ModelId ?? "";
        var call = ModelCall.Of(options);
        using var trace = OperationTrace.Begin(Values.Chat, Spans.Chat(model), model, endpoint, time);
        trace.Span?
            .SetTag(Attributes.RequestTemperature, options?.Temperature)
            .SetTag(Attributes.RequestMaxTokens, options?.MaxOutputTokens)
            .SetTag(Attributes.OutputType, options?.ResponseFormat is ChatResponseFormatJson ? Values.Json : null)
            .SetTag(Attributes.ConversationId, call?.Question.Conversation.Id)
            .SetTag(Attributes.PromptName, call?.Question.Prompt.Name)
            .SetTag(Attributes.PromptVersion, call?.Question.Prompt.Version);
        Capture(trace.Span, Attributes.InputMessages, "user", call, asked.Where(message => message.Role == ChatRole.User));
        try
        {
            var response = await InnerClient.GetResponseAsync(asked, options, cancellationToken);
            Answered(trace, call, response);
            return response;
        }
        catch (OperationCanceledException) when (call?.Question.Turn?.TimeLeft == TimeSpan.Zero)
        {
            // The turn's own time is over, which is no cancellation to whoever reads the trace.
            trace.Failed(CodeName.Of(ModelFailure.TooSlow));
            throw;
        }
        catch (Exception exception)
        {
            trace.Failed(exception);
            throw;
        }
    }

    private void Answered(OperationTrace trace, ModelCall? call, ChatResponse response)
    {
        trace.Answered(response.ModelId, response.Usage);
        trace.Span?
            .SetTag(Attributes.ResponseId, response.ResponseId)
            .SetTag(Attributes.FinishReasons, response.FinishReason is { } reason ? new[] { reason.Value } : null);
        if (response.AdditionalProperties?.TryGetValue(WatchedStreamChatClient.TimeToFirstChunk, out var first) is true && first is double seconds)
        {
            trace.Span?.SetTag(Attributes.RequestStream, true).SetTag(Attributes.TimeToFirstChunk, seconds);
        }

        Capture(trace.Span, Attributes.OutputMessages, "assistant", call, response.Messages);
        if (call?.Form.CanRead(response) is false)
        {
            trace.Failed(CodeName.Of(ModelFailure.Unreadable));
        }
    }

    // The instructions are not captured: their file is known by name and version.
    private void Capture(Activity? span, string attribute, string role, ModelCall? call, IEnumerable<ChatMessage> messages)
    {
        // Names that nobody gave could not be taken out.
        if (span is not null && captured.IsOn && call?.Question.People is { } people)
        {
            span.SetTag(attribute, SpanJson.Messages(role, messages.Select(message => captured.Of(message.Text, people))));
        }
    }
}
