using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>What a customer got.</summary>
internal sealed record Service(Conversation Conversation)
{
    public static Service Of(Conversation conversation) => new(conversation);

    public bool IsHandover => Count("assignment") > 0;

    public bool IsComplete => IsHandover
        ? Count("note") > 0 && Conversation.TeamAssigneeId is not null && MessageAfterAssignment
        : Conversation.Replies.Count > 0 && Count("note") == 0;

    private bool MessageAfterAssignment => Conversation.ByAssistant.SkipWhile(part => part.PartType != "assignment").Any(part => part.IsPublic);

    public void ShouldBeExactlyOne()
    {
        var shown = ToString();
        IsComplete.ShouldBeTrue(shown);
        Conversation.Replies.Count.ShouldBe(1, shown);
        Count("quick_reply").ShouldBeLessThanOrEqualTo(1, shown);
        if (IsHandover)
        {
            Conversation.ByAssistant.Where(part => part.PartType is "note" or "assignment" or "comment").Select(part => part.PartType)
                .ShouldBe(["note", "assignment", "comment"], shown);
        }

        foreach (var note in Conversation.ByAssistant.Where(part => part.PartType == "note"))
        {
            note.IsPublic.ShouldBeFalse(shown);
            Conversation.SeenByCustomer.ShouldNotContain(note.Text, Case.Sensitive, shown);
        }

        // Reasons and errors are for the team: "(system_error, failure.repeated)".
        Conversation.SeenByCustomer.ShouldNotContain("_", Case.Sensitive, shown);
        Conversation.SeenByCustomer.ShouldNotContain("Exception", Case.Sensitive, shown);
    }

    public override string ToString() => Conversation.ToString();

    private int Count(string partType) => Conversation.ByAssistant.Count(part => part.PartType == partType);
}
