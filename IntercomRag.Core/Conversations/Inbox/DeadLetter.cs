namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Items that could not be processed within the attempts allowed.</summary>
public sealed record DeadLetter(SubjectKey Subject, IReadOnlyList<InboxItem> Items, int Attempts, string Reason, DateTimeOffset At);
