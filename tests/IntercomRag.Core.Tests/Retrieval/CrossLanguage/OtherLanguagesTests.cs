using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.CrossLanguage;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Core.Tests.Conversations;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Core.Tests.Storage.Sqlite;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Retrieval.CrossLanguage;

public sealed class OtherLanguagesTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();
    private readonly LiveWordIndex _words;
    private readonly Retriever _retriever;

    public OtherLanguagesTests()
    {
        _words = new LiveWordIndex(_temporary.Index);
        _retriever = new Retriever(_words, _temporary.Index, ShippedPolicies.Set);
    }

    public void Dispose()
    {
        _words.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Retrieve_ArticleInTheOtherLanguageOnly_IsFoundByTheVocabulary()
    {
        await AddAsync("1", "en", "Reset your password", "Open the sign-in page and choose Reset.");
        await AddAsync("2", "en", "Invoices", "Every invoice is a PDF.");
        await AddAsync("3", "fr", "Horaires du club", "Le club ouvre à neuf heures.");

        var evidence = await AskAsync("fr", "J'ai perdu mon mot de passe");

        evidence.Language.ShouldBe("en");
        evidence.Articles[0].Article.Key.ShouldBe(new ArticleKey("1", "en"));
        evidence.Terms.Keys.ShouldContain("password");
    }

    [Fact]
    public async Task Lexicon_WordThatOnlyTheWorkspaceKnows_IsLearnedFromItsArticles()
    {
        await AddAsync("1", "fr", "Cotisation", "Cotisation du club");
        await AddAsync("1", "en", "Dues", "Dues of the club");
        await AddAsync("2", "fr", "Cotisation de juin", "Elle est payée en juin.");
        await AddAsync("2", "en", "Dues of June", "They are paid in June.");
        await AddAsync("3", "en", "Dues of guests", "Dues of guests are paid at the desk.");
        await AddAsync("4", "en", "Lockers", "Lockers have a code.");

        var lexicon = await TakeAsync(new LexiconShelf(_words, ["fr", "en"]));

        lexicon.Learned("cotis")[0].Term.ShouldBe("due");
    }

    [Fact]
    public async Task Lexicon_ArticleChanged_IsMadeAgain()
    {
        await AddAsync("1", "fr", "Cotisation", "x");
        await AddAsync("1", "en", "Dues", "x");
        var shelf = new LexiconShelf(_words, ["fr", "en"]);
        var before = await TakeAsync(shelf);
        (await TakeAsync(shelf)).ShouldBeSameAs(before);

        await AddAsync("1", "en", "Fees", "x");

        (await TakeAsync(shelf)).Learned("cotis").ShouldContain(learned => learned.Term == "fee");
    }

    [Fact]
    public async Task Lexicon_Outdated_IsUsedUntilTheNextIsThere()
    {
        await AddAsync("1", "fr", "Cotisation", "x");
        await AddAsync("1", "en", "Dues", "x");
        var shelf = new LexiconShelf(_words, ["fr", "en"]);
        shelf.IsComplete.ShouldBeTrue("there are no articles yet");
        await _words.RefreshAsync(Cancel);
        shelf.IsComplete.ShouldBeFalse();
        var first = await TakeAsync(shelf);

        await AddAsync("2", "en", "Fees", "x");
        await _words.RefreshAsync(Cancel);

        shelf.IsComplete.ShouldBeTrue();
        shelf.Take("fr", "en").ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Retrieve_OwnLanguageAnswers_IsPreferred()
    {
        await AddAsync("1", "en", "Reset your password", "To reset your password, open the sign-in page.");
        await AddAsync("2", "fr", "Changer de mot de passe", "Le mot de passe se change dans le profil. Mot de passe perdu : cliquez sur Oublié.");

        (await AskAsync("fr", "mot de passe perdu")).Language.ShouldBe("fr");
    }

    [Fact]
    public async Task Retrieve_ArticleThatBothLanguagesHave_IsNotTakenFromTheOther()
    {
        await AddAsync("1", "fr", "Sécurité", "Rien ne correspond.");
        await AddAsync("1", "en", "Reset your password", "Open the sign-in page and choose Reset password.");
        await AddAsync("2", "en", "Invoices", "Every invoice is a PDF.");

        (await AskAsync("fr", "mot de passe")).Articles.ShouldNotContain(article => article.Article.Key.Locale == "en");
    }

    [Fact]
    public async Task Retrieve_NothingFits_GivesNoAnswerFromTheOtherLanguage()
    {
        await AddAsync("1", "en", "Reset your password", "Open the sign-in page and choose Reset.");
        await AddAsync("2", "en", "Invoices", "Every invoice is a PDF.");

        (await AskAsync("fr", "La météo annonce de la neige demain à Chamonix")).Articles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retrieve_MostWordsUntranslated_StaysBelowTheThreshold()
    {
        await AddAsync("1", "en", "Lockers", "Lockers have a code. Mind that an invoice is sent.");
        foreach (var subject in new[] { "Doors", "Towels", "Courts", "Rackets", "Saunas", "Coaches", "Prices", "Shoes", "Parking", "Lights" })
        {
            await AddAsync(subject, "en", subject, $"{subject} are described here. Ask at the desk, and an invoice comes by mail.");
        }

        var evidence = await AskAsync("fr", "Le parapluie jaune oublié par mon voisin figure-t-il sur une facture du vestiaire municipal ?");

        evidence.Confidence.ShouldBeLessThan(ShippedPolicies.Set.Assistant.Thresholds.Answer);
    }

    [Fact]
    public async Task Retrieve_AudienceThatMayNotSeeTheArticle_DoesNotFindIt()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "Reset your password", "Choose Reset.", "en", Audience.AllLeads), Cancel);

        (await AskAsync("fr", "mot de passe")).Articles.ShouldBeEmpty();
    }

    private Task AddAsync(string id, string locale, string title, string text) => _temporary.Index.ReplaceAsync(Article(id, title, text, locale), Cancel);

    private async Task<Lexicon> TakeAsync(LexiconShelf shelf)
    {
        await _words.RefreshAsync(Cancel);
        await shelf.TendAsync();
        return shelf.Take("fr", "en");
    }

    private Task<Evidence> AskAsync(string language, string text)
    {
        var customer = new CustomerProfile("c", CustomerRole.User, null, null, language, [], [], [], new Dictionary<string, string>(), null);
        var conversation = new ConversationBuilder().Customer(text).Build();
        var turn = TurnLoader.Create(ConversationBuilder.Subject, conversation, customer, ConversationMemory.Empty, historyLimit: 15);
        return _retriever.RetrieveAsync(turn, language, Cancel);
    }
}
