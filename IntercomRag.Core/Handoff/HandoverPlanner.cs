using System.Globalization;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Handoff;

/// <summary>
/// Prepares a handover: note, assignment, message, tag, in this order, so that whoever opens the conversation finds the note, and the customer
/// is told only what has happened. Pure.
/// </summary>
public sealed class HandoverPlanner(PolicySet policies, TeamRouter router, AgentNote notes)
{
    /// <param name="consulted">Articles for the note: what the customer was shown, and what was found now.</param>
    public IReadOnlyList<PlanStep> Plan(
        Turn turn,
        TurnUnderstanding understanding,
        Decision decision,
        IReadOnlyList<ArticleCard> consulted,
        IReadOnlyList<Team> teams,
        DateTimeOffset now)
    {
        var note = new NoteStep(notes.Handover(turn, understanding, decision, consulted), IsHandover: true);
        if (policies.Assistant.Mode == AssistantMode.Suggestion)
        {
            return [note];
        }

        var choice = router.Choose(decision, turn.Customer.Segments, understanding.Language, teams, now);
        List<PlanStep> steps = [note];
        if (choice.Team is { } team)
        {
            steps.Add(new AssignStep(team.Id));
        }

        steps.Add(new ReplyStep(Message(understanding, decision, choice, now)));
        if (policies.Assistant.Handover.Tag is { } tag)
        {
            steps.Add(new TagStep(tag));
        }

        return steps;
    }

    private string Message(TurnUnderstanding understanding, Decision decision, TeamChoice choice, DateTimeOffset now)
    {
        var key = decision.Reason switch
        {
            Reason.HumanRequest or Reason.OfferAccepted => MessageKey.HandoverHumanRequest,
            Reason.LegalPrivacy => MessageKey.HandoverLegalPrivacy,
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
