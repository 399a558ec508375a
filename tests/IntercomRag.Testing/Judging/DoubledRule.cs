namespace IntercomRag.Testing.Judging;

/// <summary>Between two public messages of the assistant the customer has written, and buttons come once with a message.</summary>
internal static class DoubledRule
{
    public static IEnumerable<Violation> Find(JudgedConversation conversation)
    {
        var messages = conversation.Parts.Where(part => part.IsWordOf(PartAuthor.Customer)).ToList();
        JudgedPart? last = null;
        var offers = 0;
        foreach (var part in conversation.Parts.Where(part => part is { Author: PartAuthor.Assistant, IsPublic: true }))
        {
            if (!part.HasWords)
            {
                if (++offers > 1)
                {
                    yield return Doubled(part, "buttons twice");
                }

                continue;
            }

            if (last is not null && !messages.Exists(message => message.At >= last.KnewUpTo && message.At <= part.SentAt))
            {
                yield return Doubled(part, "a second reply to the same messages");
            }

            last = part;
            offers = 0;
        }

        Violation Doubled(JudgedPart part, string what) => new(Promise.NothingDoubled, conversation.Id, part.Id, part.At, what);
    }
}
