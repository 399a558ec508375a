namespace IntercomRag.Testing.Judging;

/// <summary>
/// Once a human has the conversation, the assistant says nothing in it and assigns it to nobody; after its own handover it says one thing,
/// that it handed over.
/// </summary>
internal static class HumanRule
{
    public static IEnumerable<Violation> Find(JudgedConversation conversation, JudgeSettings settings) =>
        Late(conversation)
            .Where(late => late.Knew || late.Gap > settings.Crossing)
            .Select(late => new Violation(
                Promise.SilentAfterHuman,
                conversation.Id,
                late.Part.Id,
                late.Part.At,
                $"{(late.Part.IsPublic ? "spoke" : "assigned")} {late.Gap.TotalMilliseconds:0} ms after a human had it{(late.Knew ? ", which it had read" : "")}"))
            .Concat(AfterHandover(conversation));

    /// <summary>How long before the request of a part a human had come in, for those that crossed on the wire.</summary>
    public static IEnumerable<TimeSpan> Crossed(JudgedConversation conversation, JudgeSettings settings) =>
        Late(conversation).Where(late => !late.Knew && late.Gap <= settings.Crossing).Select(late => late.Gap);

    private static IEnumerable<(JudgedPart Part, TimeSpan Gap, bool Knew)> Late(JudgedConversation conversation)
    {
        var holds = Hold.Along(conversation);
        return conversation.Parts
            .Select((part, index) => (Part: part, Hold: holds[index]))
            .Where(one => one.Hold.IsHuman && one.Part.Author == PartAuthor.Assistant && (one.Part.IsPublic || one.Part.AssignedTo == Receiver.Team))
            .Select(one => (one.Part, one.Part.SentAt - one.Hold.Since, one.Part.ReadAt > one.Hold.Since));
    }

    private static IEnumerable<Violation> AfterHandover(JudgedConversation conversation)
    {
        var holds = Hold.Along(conversation);
        var said = 0;
        for (var index = 0; index < conversation.Parts.Count; index++)
        {
            var part = conversation.Parts[index];
            said = holds[index].Kind == HoldKind.HandedOver ? said : 0;
            if (holds[index].Kind == HoldKind.HandedOver && part.IsWordOf(PartAuthor.Assistant) && ++said > 1)
            {
                yield return new Violation(
                    Promise.SilentAfterHuman, conversation.Id, part.Id, part.At, "spoke again after it had handed the conversation over");
            }
        }
    }
}
