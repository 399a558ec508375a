using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Telemetry;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Tests.Demo;

/// <summary>That the demo set keeps the rules of <c>docs/labelling.md</c>.</summary>
public sealed class DemoConversationsTests
{
    // It depends on the machine, not on what was said.
    private static readonly Reason[] s_notInWords = [Reason.SystemError];

    private static IReadOnlyList<RecordedConversation> Conversations => DemoSet.Conversations;

    [Fact]
    public void File_IsReadWithoutWarning()
    {
        Conversations.Count.ShouldBeGreaterThanOrEqualTo(130);
        DemoSet.Warnings.All.ShouldBeEmpty();
    }

    [Fact]
    public void Ids_NameSetAndLanguage() =>
        Conversations.Where(conversation => !conversation.Id.StartsWith($"demo-{conversation.Locale}-", StringComparison.Ordinal))
            .Select(conversation => conversation.Id)
            .ShouldBeEmpty();

    [Fact]
    public void Languages_AreBalanced() =>
        Conversations.CountBy(conversation => conversation.Locale ?? "").Select(locale => (double)locale.Value / Conversations.Count)
            .ShouldAllBe(share => share >= 0.4);

    [Fact]
    public void MoreThanAThird_HaveSeveralTurns() =>
        Conversations.Count(conversation => conversation.Turns.Count > 1).ShouldBeGreaterThan(Conversations.Count / 3);

    [Fact]
    public void Actions_AllOccur() =>
        Enum.GetValues<AssistantAction>().Select(CodeName.Of).Except(Conversations.Select(conversation => conversation.Gold?.Action)).ShouldBeEmpty();

    [Fact]
    public void Reasons_AllOccur() =>
        Enum.GetValues<Reason>().Except(s_notInWords).Select(CodeName.Of).Except(Conversations.Select(conversation => conversation.Gold?.Reason)).ShouldBeEmpty();

    [Fact]
    public void Labels_OfAnswersAndUnanswerable_AreWhole()
    {
        foreach (var conversation in Conversations)
        {
            var gold = conversation.Gold.ShouldNotBeNull(conversation.Id);
            var answers = gold.Action == "answer";
            (gold.ArticleIds.Count > 0).ShouldBe(answers, conversation.Id);
            (gold.Answer is not null).ShouldBe(answers, conversation.Id);
            (gold.Answerable is true).ShouldBe(answers, conversation.Id);
            (gold.Answerable is false).ShouldBe(gold.Reason == CodeName.Of(Reason.LowConfidence), conversation.Id);
        }
    }

    [Fact]
    public void Articles_ArePublishedForTheCustomer()
    {
        var catalogue = new ArticleCatalogue(DemoSet.Articles);

        foreach (var conversation in Conversations)
        {
            foreach (var article in conversation.Gold!.ArticleIds)
            {
                catalogue.LocalesOf(article).ShouldContain(
                    locale => catalogue.Forbids($"{article}/{locale}", conversation.Contact.Role) == null, $"{conversation.Id}: {article}");
            }
        }
    }

    [Fact]
    public void KeyFacts_StandInAnArticleThatAnswers()
    {
        foreach (var conversation in Conversations)
        {
            foreach (var fact in conversation.Gold!.MustContain)
            {
                fact.Length.ShouldBeGreaterThan(1, conversation.Id);
                conversation.Gold.ArticleIds.SelectMany(DemoSet.TextsOf)
                    .ShouldContain(text => text.Contains(DemoSet.OneSpaced(fact), StringComparison.Ordinal), $"{conversation.Id}: {fact}");
            }
        }
    }

    [Fact]
    public void Silence_FollowsAHuman() =>
        Conversations.Where(conversation => conversation.Turns.Any(turn => turn.Author == AuthorKind.Agent) != (conversation.Gold!.Action == "silent"))
            .Select(conversation => conversation.Id)
            .ShouldBeEmpty();
}
