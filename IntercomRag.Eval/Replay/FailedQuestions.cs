using IntercomRag.Core.Telemetry.Traces;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Eval.Replay;

/// <summary>Questions of a turn to which a model gave no answer: the turn went on without, and its result is not that of the model.</summary>
internal static class FailedQuestions
{
    /// <summary>The kind of a warning, such as <c>model_not_recorded</c>, and a sentence.</summary>
    public static IEnumerable<(string Kind, string Text)> Of(TurnTrace turn) =>
        from span in turn.Spans
        where span.Text(Attributes.OperationName) is Values.Chat or Values.Embeddings && span.Text(Attributes.ErrorType) is not null
        select ($"model_{span.Text(Attributes.ErrorType)}", $"{span.Name} gave no answer{(span.Text(Attributes.PromptName) is { } prompt ? $" to the prompt \"{prompt}\"" : "")}");
}
