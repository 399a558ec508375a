namespace IntercomRag.Eval.Evaluation;

/// <summary>In the order of Microsoft.Extensions.AI.Evaluation.</summary>
public enum EvaluationRating
{
    Unknown,
    Inconclusive,
    Unacceptable,
    Poor,
    Average,
    Good,
    Exceptional,
}
