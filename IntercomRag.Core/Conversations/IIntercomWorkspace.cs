namespace IntercomRag.Core.Conversations;

/// <summary>
/// What a turn needs of Intercom. The production adapter speaks REST; the evaluation harness plays recorded conversations back.
/// Writes happen once each: a caller that does not know whether one arrived reads the conversation again.
/// </summary>
public interface IIntercomWorkspace
{
    /// <summary>The conversation as it is now, or null when it does not exist any more.</summary>
    Task<Conversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>The contact with segments, tags and companies; may be some minutes old.</summary>
    Task<CustomerProfile> GetCustomerAsync(string contactId, CancellationToken cancellationToken);

    /// <summary>All teams; may be some minutes old.</summary>
    Task<IReadOnlyList<Team>> ListTeamsAsync(CancellationToken cancellationToken);

    /// <summary>Sends a message that the customer sees.</summary>
    Task ReplyAsync(string conversationId, string html, CancellationToken cancellationToken);

    /// <summary>Offers buttons under the last reply.</summary>
    Task OfferQuickRepliesAsync(string conversationId, IReadOnlyList<QuickReplyOption> options, CancellationToken cancellationToken);

    /// <summary>Writes a note that only teammates see.</summary>
    Task AddNoteAsync(string conversationId, string html, CancellationToken cancellationToken);

    /// <summary>Gives the conversation to a team, without a word to the customer.</summary>
    Task AssignToTeamAsync(string conversationId, string teamId, CancellationToken cancellationToken);

    /// <summary>Puts a tag on the conversation, which is created when the workspace does not have it.</summary>
    Task AddTagAsync(string conversationId, string tag, CancellationToken cancellationToken);
}
