namespace IntercomRag.Testing.Judging;

/// <summary>Holds what a workspace recorded against what the product promises. Knows nothing of the product but its teammate's parts.</summary>
public static class Judge
{
    public static Verdict Of(IReadOnlyCollection<JudgedConversation> conversations, JudgeSettings settings) => new(
        conversations.Sum(conversation => conversation.Parts.Count(part => part.IsWordOf(PartAuthor.Customer))),
        [.. conversations.SelectMany(conversation => Violations(conversation, settings))],
        [.. conversations.SelectMany(conversation => HumanRule.Crossed(conversation, settings))],
        [.. conversations.SelectMany(ReplyTime.Of)]);

    private static IEnumerable<Violation> Violations(JudgedConversation conversation, JudgeSettings settings) =>
        LostRule.Find(conversation, settings)
            .Concat(DoubledRule.Find(conversation))
            .Concat(HumanRule.Find(conversation, settings))
            .Concat(HandoverRule.Find(conversation))
            .Concat(OrderRule.Find(conversation, settings));
}
