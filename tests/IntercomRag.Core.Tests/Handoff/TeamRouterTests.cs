using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Handoff;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Handoff;

public sealed class TeamRouterTests
{
    private static readonly List<Team> Teams = [new("5001", "Support"), new("5002", "billing"), new("5003", "Technical")];

    [Theory]
    [InlineData(Reason.Refund, Intent.FaqQuestion, "2026-11-23T10:00:00Z", "5002", true)]
    [InlineData(Reason.HumanRequest, Intent.TechnicalQuestion, "2026-11-23T10:00:00Z", "5003", true)]
    [InlineData(Reason.LowConfidence, Intent.FaqQuestion, "2026-11-23T10:00:00Z", "5001", true)]
    [InlineData(Reason.LowConfidence, Intent.TechnicalQuestion, "2026-11-28T11:00:00Z", "5003", true)] // Saturday: only Technical works
    [InlineData(Reason.Refund, Intent.FaqQuestion, "2026-11-28T11:00:00Z", "5002", false)] // the fallback is closed too
    public void Choose_Decision_FollowsRulesAndHours(Reason reason, Intent intent, string now, string team, bool open)
    {
        var decision = new Decision(AssistantAction.Escalate, reason, "rule", intent, Priority.Normal, 0);

        var choice = new TeamRouter(ShippedPolicies.Set.Assistant)
            .Choose(decision, [], "fr", Teams, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        (choice.Team!.Id, choice.IsOpen, choice.NextOpening is null).ShouldBe((team, open, open));
    }

    [Fact]
    public void Choose_TeamUnknownInTheWorkspace_TakesAnotherRatherThanNone()
    {
        var decision = new Decision(AssistantAction.Escalate, Reason.Refund, "rule", Intent.FaqQuestion, Priority.Normal, 0);

        var choice = new TeamRouter(ShippedPolicies.Set.Assistant).Choose(decision, [], "fr", [new("1", "Everybody")], DateTimeOffset.UnixEpoch);

        choice.Team.ShouldBe(new Team("1", "Everybody"));
    }
}
