using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Core.Tests.Storage.Sqlite;

namespace IntercomRag.Core.Tests.Answers;

public sealed class AnswerCheckTests : IDisposable
{
    private static readonly ArticleCard Card =
        new(new ArticleKey("1", "en"), "Refunds", new Uri("https://help.example/1"), [], [], null, null, null);

    private static readonly Chunk Passage = new(1, ["Refunds", "By card"], "A refund takes\nfive days. Ask us first.\n\n1. Open Billing.\n2. Press Refund.");

    private readonly TemporaryIndex _index = new();

    [Theory]
    [InlineData(BlockKind.Paragraph, "A refund takes five days.", true)]
    [InlineData(BlockKind.Heading, "By card", true)]
    [InlineData(BlockKind.List, "1. Open Billing.\n2. Press Refund.", true)]
    [InlineData(BlockKind.List, "1. Open Billing.\n2. Press Delete.", false)]
    [InlineData(BlockKind.Paragraph, "A refund takes six days.", false)]
    [InlineData(BlockKind.Paragraph, "five days. Open Billing.", false)]
    [InlineData(BlockKind.Heading, "By cheque", false)]
    public async Task Check_Block_PassesWhenEveryLineStandsInItsPassage(BlockKind kind, string text, bool passes)
    {
        await _index.Index.ReplaceAsync(new IndexedArticle(Card, null, Audience.Everyone, "h", [Passage]), TestContext.Current.CancellationToken);
        var block = new AnswerBlock(new TextBlock(kind, text.Split('\n')), new PassageHit(Card, Passage, 1));

        var answer = await new AnswerCheck(_index.Index, new AnswerVerifier(ShippedPolicies.Set)).CheckAsync(new AnswerDraft([block], [Card.Key]), "en", TestContext.Current.CancellationToken);

        (answer is not null).ShouldBe(passes);
    }

    public void Dispose() => _index.Dispose();
}
