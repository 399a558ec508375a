using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Measures;

/// <summary>A turn with what the evaluators said of it.</summary>
public sealed record JudgedTurn(TurnEvaluationContext Turn, EvaluationResult Judgement)
{
    /// <summary>What a model said of it; null when none was asked.</summary>
    public EvaluationResult? Advice { get; init; }

    public TurnTrace Trace => Turn.Trace;

    public GoldLabel? Gold => Turn.Gold;

    /// <summary>What was done; an action that is as good as the expected one counts as that.</summary>
    public string Action => Gold is { Action: { } expected } gold && gold.Allows(Trace.Outcome) ? expected : Trace.Outcome;

    /// <inheritdoc cref="TurnEvaluationContext.IsFirstRight"/>
    public bool? IsFirstRight => Turn.IsFirstRight;
}
