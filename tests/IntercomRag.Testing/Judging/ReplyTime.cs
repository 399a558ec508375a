namespace IntercomRag.Testing.Judging;

/// <summary>A reply, and the last message that it can have known.</summary>
public sealed record ReplyTime(DateTimeOffset AskedAt, DateTimeOffset RepliedAt)
{
    public TimeSpan Elapsed => RepliedAt - AskedAt;

    internal static IEnumerable<ReplyTime> Of(JudgedConversation conversation)
    {
        var holds = Hold.Along(conversation);
        var before = DateTimeOffset.MinValue;
        foreach (var reply in conversation.Parts.Where(part => part.IsWordOf(PartAuthor.Assistant)))
        {
            var asked = conversation.Parts
                .Select((part, index) => (Part: part, Hold: holds[index]))
                .LastOrDefault(one => one.Part.IsWordOf(PartAuthor.Customer)
                    && one.Part.At > before && one.Part.At <= reply.KnewUpTo);

            // What came while a human had the conversation waited for the human, not for the assistant.
            if (asked.Part is not null && asked.Hold.Kind is HoldKind.Nobody or HoldKind.Closed)
            {
                yield return new ReplyTime(asked.Part.At, reply.At);
            }

            before = reply.KnewUpTo;
        }
    }
}
