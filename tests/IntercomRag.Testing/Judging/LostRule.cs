namespace IntercomRag.Testing.Judging;

/// <summary>Every message is followed by a public reply or a handover that can have known it, or was a human's to answer.</summary>
internal static class LostRule
{
    public static IEnumerable<Violation> Find(JudgedConversation conversation, JudgeSettings settings)
    {
        var holds = Hold.Along(conversation);
        if (!holds[^1].IsFree)
        {
            // Whoever has it now has every message of it.
            yield break;
        }

        var parts = conversation.Parts;
        for (var index = 0; index < parts.Count; index++)
        {
            var message = parts[index];
            if (message.IsWordOf(PartAuthor.Customer) && !IsSettled(message))
            {
                yield return new Violation(Promise.NothingLost, conversation.Id, message.Id, message.At, "never answered");
            }
        }

        bool IsSettled(JudgedPart message) => parts.Select((part, index) => (part, index)).Any(one => one.part.Author switch
        {
            PartAuthor.Human => one.part.At > message.At && (one.part.HasWords || one.part.IsClose),
            PartAuthor.Assistant => one.part.HasWords && Answers(one.part, message, holds[one.index]),
            _ => false,
        });

        bool Answers(JudgedPart reply, JudgedPart message, Hold hold)
        {
            if (reply.SentAt <= message.At)
            {
                return false;
            }

            // A message that crossed the reply on the wire was answered by it only if it happens to speak of the same thing.
            return reply.KnewUpTo >= message.At
                || hold.Kind == HoldKind.HandedOver
                || settings.TopicOf(message) is not { } topic
                || reply.Articles.Contains(topic);
        }
    }
}
