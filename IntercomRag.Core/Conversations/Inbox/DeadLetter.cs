namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Items that could not be processed within the attempts, or the time, allowed.</summary>
/// <param name="Inbox">One of <see cref="InboxNames"/>.</param>
/// <param name="Id">Stays the same for as long as the letter is there; unlike that of any other inbox's, and usable in a URL.</param>
/// <param name="Items">Those that can be read.</param>
/// <param name="Attempts">Of the item with the most.</param>
/// <param name="Reason">The last failure, never a customer's text.</param>
/// <param name="TraceId">Trace of the last lease; null when it was not traced, or its process died.</param>
/// <param name="At">When it was given up.</param>
public sealed record DeadLetter(
    string Inbox,
    string Id,
    SubjectKey Subject,
    IReadOnlyList<InboxItem> Items,
    int Attempts,
    string Reason,
    string? TraceId,
    DateTimeOffset At);
