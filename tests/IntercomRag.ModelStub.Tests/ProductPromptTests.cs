using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Generated;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval;
using IntercomRag.Testing;

namespace IntercomRag.ModelStub.Tests;

/// <summary>The prompts that are shipped, in both languages: the stub must understand their marks and their forms.</summary>
public sealed class ProductPromptTests : IAsyncDisposable
{
    private static readonly PromptLibrary s_library = new(PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies")));

    private static readonly ListedPassages s_passages = new([
        Passage("1001", "Factures", "Vos factures se trouvent dans Réglages > Facturation. Elles sont gardées 10 ans."),
        Passage("1002", "Invoices", "Your invoices are under Settings > Billing. They are kept for 10 years."),
    ]);

    private readonly StubHost _stub = StubHost.Start();
    private readonly Client _client;

    public ProductPromptTests() => _client = new Client(_stub.Endpoint);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _stub.DisposeAsync();
    }

    [Theory]
    [InlineData("fr", "Où se trouvent mes factures ?", "p1", "Vos factures se trouvent dans Réglages > Facturation.")]
    [InlineData("en", "Where are my invoices kept?", "p2", "Your invoices are under Settings > Billing.")]
    public async Task Answer_OfTheProduct_CitesThePassageThatAnswers(string language, string message, string passage, string text)
    {
        var request = new AnswerRequest(TurnOf(message), new TurnUnderstanding(language, Tone.Friendly, Signals.None, []), Evidence.None);

        var answer = await AskAsync<GeneratedAnswer>(s_library.Answer(request, s_passages));

        answer.Answerable.ShouldBeTrue();
        answer.Sentences.ShouldContain(sentence => sentence.Text == text && sentence.Passages.Single() == passage);
    }

    [Theory]
    [InlineData("fr", "Je veux parler à un conseiller", "human_request")]
    [InlineData("en", "The API returns an error", "technical_question")]
    public async Task Intent_OfTheProduct_IsRead(string language, string message, string intent)
    {
        var reading = await AskAsync<ModelReading>(s_library.Intent(TurnOf(message), language));

        (reading.Intent, reading.Language).ShouldBe((intent, language));
    }

    [Theory]
    [InlineData("fr", "Et les factures ?")]
    [InlineData("en", "And invoices?")]
    public async Task Question_OfTheProduct_StandsByItself(string language, string message)
    {
        var question = await AskAsync<StandaloneQuestion>(s_library.Question(TurnOf(message, earlier: "Comment exporter les membres ?"), language));

        question.Question.ShouldBe($"Comment exporter les membres: {message}");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Verify_OfTheProduct_FindsTheAlteredNumber(string language)
    {
        var look = await AskAsync<SecondLook>(s_library.Verify(
            TurnOf("?"), language, [("They are kept for 10 years.", ["p2"]), ("They are kept for 17 years.", ["p1", "p2"])], s_passages));

        look.Unsupported.ShouldBe([2]);
    }

    private static PassageHit Passage(string id, string title, string text) =>
        new(new ArticleCard(new ArticleKey(id, "fr"), title, null, [], [], null, null, null), new Chunk(0, [], text), 1);

    private static Turn TurnOf(string message, string? earlier = null)
    {
        Message[] messages = [.. new[] { earlier, message }.OfType<string>().Select((text, i) => new Message(
            $"{i}", MessageKind.Message, new Author(AuthorKind.Customer, "c1", "Zoé Petit"), text, DateTimeOffset.UnixEpoch))];
        var conversation = new Conversation("215", "c1", IsOpen: true, null, null, [], messages);
        var customer = new CustomerProfile("c1", CustomerRole.User, "Zoé Petit", null, null, [], [], [], new Dictionary<string, string>(), null);
        return new Turn(new SubjectKey("demo", "215"), conversation, customer, ConversationMemory.Empty, messages, [messages[^1]]);
    }

    private async Task<T> AskAsync<T>(ModelQuestion question)
        where T : class => (await _client.AskAsync<T>(question)).Value.ShouldNotBeNull();
}
