namespace IntercomRag.Core.Policies;

/// <summary>Answers that a model writes. Without a model it has no effect.</summary>
/// <param name="Fallback">What happens when the model fails. Default <c>quote</c>.</param>
/// <param name="WhenBudgetSpent">The same when tokens or money are used up. Default <c>quote</c>.</param>
/// <param name="Length">Characters of an answer at most, in [200, 4000]. Default 900: ten lines in the Messenger's narrow window.</param>
/// <param name="SecondLook">
/// Asks the model a second time which of the sentences that passed are not supported, and cuts these too. Default off: it doubles the calls and
/// the time of an answer, and never admits anything.
/// </param>
public sealed record GeneratedAnswerPolicy(ModelFallback Fallback, ModelFallback WhenBudgetSpent, int Length, bool SecondLook);
