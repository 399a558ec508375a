using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models;

/// <summary>What came back: a value that was read from the answer, or why there is none.</summary>
/// <param name="Failure">Null exactly when there is a value.</param>
/// <param name="Usage">Tokens that the server counted, also for an answer that could not be read; null when it told none.</param>
public sealed record ModelAnswer<T>(T? Value, ModelFailure? Failure, UsageDetails? Usage = null)
    where T : class;
