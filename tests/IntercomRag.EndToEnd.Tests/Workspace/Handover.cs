namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>What the assistant does when it gives a conversation to a team.</summary>
internal sealed record Handover(Part Note, Part Assignment, Part Message)
{
    /// <summary>
    /// The last three parts have to be an internal note, an assignment without words, and a message, in this order, and no word of
    /// the note may be among what the customer can read.
    /// </summary>
    public static Handover Of(Conversation conversation, string teamId, string reason)
    {
        var shown = conversation.ToString();
        conversation.TeamAssigneeId.ShouldBe(teamId, shown);
        var byAssistant = conversation.ByAssistant.TakeLast(3).ToList();
        byAssistant.Select(part => part.PartType).ShouldBe(["note", "assignment", "comment"], shown);
        var handover = new Handover(byAssistant[0], byAssistant[1], byAssistant[2]);

        handover.Note.IsPublic.ShouldBeFalse(shown);
        // "- Motif: demande de remboursement (refund, topic.sensitive)"
        handover.Note.Text.ShouldContain($"({reason}, ", Case.Sensitive, shown);
        handover.Assignment.AssignedTo.ShouldNotBeNull(shown).Id.ShouldBe(teamId, shown);
        handover.Assignment.BodyHtml.ShouldBeNullOrEmpty(shown);
        handover.Assignment.IsPublic.ShouldBeFalse(shown);
        handover.Message.IsPublic.ShouldBeTrue(shown);
        conversation.SeenByCustomer.ShouldNotContain($"({reason}, ", Case.Sensitive, shown);
        return handover;
    }
}
