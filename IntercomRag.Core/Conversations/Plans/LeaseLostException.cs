using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>The lease ended before its turn did.</summary>
public sealed class LeaseLostException(SubjectKey subject) : Exception($"The lease of {subject} was lost.");
