using System.Globalization;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Handoff;

/// <summary>Prepares a handover: the team, the note for it and the message for the customer. Pure.</summary>
public sealed class HandoverPlanner(PolicySet policies, TeamRouter router, AgentNote notes)
{
    /// <param name="consulted">Articles for the note: what the customer was shown, and what was found now.</param>
    public HandoverPlan Plan(
        Turn turn,
        TurnUnderstanding understanding,
        Decision decision,
        IReadOnlyList<ArticleCard> consulted,
        IReadOnlyList<Team> teams,
        DateTimeOffset now)
    {
        var choice = router.Choose(decision, turn.Customer.Segments, understanding.Language, teams, now);
        var note = notes.Handover(turn, understanding, decision, consulted);
        return new HandoverPlan(choice.Team?.Id, note, Message(understanding, decision, choice, now));
    }

    private string Message(TurnUnderstanding understanding, Decision decision, TeamChoice choice, DateTimeOffset now)
    {
        var key = decision.Reason switch
        {
            Reason.HumanRequest or Reason.OfferAccepted => MessageKey.HandoverHumanRequest,
            Reason.Refund => MessageKey.HandoverRefund,
            Reason.CancelAccount => MessageKey.HandoverCancelAccount,
            Reason.Complaint => MessageKey.HandoverComplaint,
            Reason.UrgentProblem => MessageKey.HandoverUrgentProblem,
            Reason.Frustration => MessageKey.HandoverFrustration,
            Reason.LowConfidence => MessageKey.HandoverLowConfidence,
            _ => MessageKey.Handover,
        };
        var team = choice.Team?.Name ?? policies.Assistant.Routing.DefaultTeam;
        var what = Text(understanding, key).Replace("{team}", team, StringComparison.Ordinal);
        return new ReplyHtml().Paragraph(what).Paragraph(WhatNext(understanding, choice, now)).ToString();
    }

    private string WhatNext(TurnUnderstanding understanding, TeamChoice choice, DateTimeOffset now)
    {
        if (choice.IsOpen || choice.NextOpening is not { } opening)
        {
            return Text(understanding, MessageKey.HandoverOpen);
        }

        var days = (opening.Date - now.ToOffset(opening.Offset).Date).Days;
        var key = days switch { 0 => MessageKey.OpeningToday, 1 => MessageKey.OpeningTomorrow, _ => MessageKey.OpeningOn };
        var culture = CultureInfo.GetCultureInfo(understanding.Language);
        var when = Text(understanding, key)
            .Replace("{day}", opening.ToString("dddd", culture), StringComparison.Ordinal)
            .Replace("{time}", opening.ToString("t", culture), StringComparison.Ordinal);
        return Text(understanding, MessageKey.HandoverClosed).Replace("{opening}", when, StringComparison.Ordinal);
    }

    private string Text(TurnUnderstanding understanding, MessageKey key) =>
        policies.Messages.Text(understanding.Language, key, understanding.Tone);
}
