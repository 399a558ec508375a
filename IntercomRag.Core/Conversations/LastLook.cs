namespace IntercomRag.Core.Conversations;

/// <summary>
/// Reads the conversation again just before something public is sent. Composing takes time, and meanwhile a human may have spoken or the
/// customer may have added what changes the answer.
/// </summary>
public sealed class LastLook(TurnLoader loader, Ownership ownership)
{
    /// <summary>Null when the turn may still speak.</summary>
    public async Task<SilenceReason?> SilenceForAsync(Turn turn, IReadOnlyList<Team> teams, CancellationToken cancellationToken)
    {
        if (await loader.LoadAsync(turn.Subject, cancellationToken) is not { } now)
        {
            return SilenceReason.ConversationGone;
        }

        if (ownership.SilenceFor(now, teams) is { } silence)
        {
            return silence;
        }

        return now.Trigger.Id == turn.Trigger.Id ? null : SilenceReason.Superseded;
    }
}
