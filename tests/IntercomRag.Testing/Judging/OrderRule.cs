namespace IntercomRag.Testing.Judging;

/// <summary>No reply answers only a question that came before one that was answered already. Known questions are told apart by their articles.</summary>
internal static class OrderRule
{
    public static IEnumerable<Violation> Find(JudgedConversation conversation, JudgeSettings settings)
    {
        var questions = conversation.Parts
            .Where(part => part.IsWordOf(PartAuthor.Customer))
            .Select(part => (part.At, Topic: settings.TopicOf(part)))
            .Where(question => question.Topic is not null)
            .ToList();
        var answeredUpTo = DateTimeOffset.MinValue;
        foreach (var reply in conversation.Parts.Where(part => part.IsWordOf(PartAuthor.Assistant)))
        {
            var answered = questions.Where(question => question.At <= reply.SentAt && reply.Articles.Contains(question.Topic!)).ToList();
            if (answered.Count == 0)
            {
                continue;
            }

            // A question that was put again is as new as it was put last.
            var newest = answered.Max(question => question.At);
            if (newest < answeredUpTo)
            {
                yield return new Violation(
                    Promise.InOrder, conversation.Id, reply.Id, reply.At, "answers an older question after a newer one was answered");
            }

            answeredUpTo = newest > answeredUpTo ? newest : answeredUpTo;
        }
    }
}
