using System.Diagnostics;
using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Flows;

/// <summary>What authors change while customers ask. Each test has an article of its own.</summary>
public sealed class KnowledgeChangeTests(ChangingProduct product) : IClassFixture<ChangingProduct>
{
    // A customer who asks this long after the change gets the new state.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Article_Unpublished_IsNoLongerQuotedAfterFiveSeconds()
    {
        const string Question = "Peut-on encaisser les chèques-vacances des parents ?";
        (await AnswerToSomebodyNewAsync("fr", Question)).Articles.ShouldContain("1057");

        await product.Workspace.UnpublishArticleAsync("1057");

        await FollowsWithinLimitAsync("fr", Question, reply => !reply.Articles.Contains("1057") && !reply.Text.Contains("Pass'Sport"));
    }

    [Fact]
    public async Task Article_Edited_IsQuotedInItsNewWordsAfterFiveSeconds()
    {
        const string Question = "Comment faire accepter le règlement intérieur aux nouveaux inscrits ?";
        (await AnswerToSomebodyNewAsync("fr", Question)).Text.ShouldContain("L'adhérent signe du doigt");

        await product.Workspace.EditArticleAsync("1065", "fr", "Faire signer le règlement intérieur",
            "<p>Pour faire accepter le règlement intérieur, ouvrez <b>Réglages &gt; Signatures</b> : chaque nouvel inscrit le signe avec un code reçu par SMS.</p>");

        await FollowsWithinLimitAsync("fr", Question, reply => reply.Text.Contains("un code reçu par SMS") && !reply.Text.Contains("signe du doigt"));
    }

    private async Task FollowsWithinLimitAsync(string language, string question, Func<Part, bool> follows)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan asked;
        Part reply;
        do
        {
            asked = clock.Elapsed;
            reply = await AnswerToSomebodyNewAsync(language, question);
        }
        while (!follows(reply) && asked < Limit);

        follows(reply).ShouldBeTrue($"asked {asked.TotalSeconds:0.0} s after the change: {reply}");
    }

    private async Task<Part> AnswerToSomebodyNewAsync(string language, string question) =>
        await (await product.CustomerAsync(language)).AskAsync(question);
}
