using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>How one try ended: with an answer or with a failure.</summary>
/// <param name="MayHaveArrived">Intercom may have acted on the request.</param>
internal sealed record Attempt(IntercomAnswer? Answer, Exception? Failure, bool MayHaveArrived)
{
    [MemberNotNullWhen(true, nameof(Answer))]
    public bool IsRefused => Answer?.Status == HttpStatusCode.TooManyRequests;

    public static Attempt Answered(IntercomAnswer answer) => new(answer, null, MayHaveArrived: true);

    public static Attempt Failed(Exception failure, bool mayHaveArrived) => new(null, failure, mayHaveArrived);

    public Exception ToException() => Answer?.ToException() ?? Failure!;

    /// <summary>For logs: no text of anybody.</summary>
    public string Describe() => Answer is not null
        ? $"status {(int)Answer.Status}"
        : Failure is HttpRequestException { HttpRequestError: var error } ? error.ToString() : Failure!.GetType().Name;
}
