namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Why a lease failed.</summary>
/// <param name="Reason">A short cause for operators, as <see cref="FailureReason"/> writes it. Never a customer's text.</param>
/// <param name="IsTransient">
/// It lies outside the items and passes by itself, as <see cref="TransientFailure"/> tells: their age limits further tries, not the number of
/// attempts.
/// </param>
/// <param name="TraceId">W3C trace id of the failed lease; null when it was not traced.</param>
public sealed record LeaseFailure(string Reason, bool IsTransient = false, string? TraceId = null);
