using System.Diagnostics;
using System.Reflection;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Core.Tests.Conversations;

namespace IntercomRag.Core.Tests.Telemetry;

/// <summary>What a whole turn writes to its spans, and what it must not.</summary>
public sealed class TurnSpansTests : IAsyncLifetime
{
    private const string Question = "Où télécharger mes factures ? Écrivez à zoe@club.example ou au 06 12 34 56 78";

    private readonly AsyncLocal<List<Activity>?> _own = new();
    private ActivityListener _listener = null!;
    private TurnBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await TurnBench.CreateAsync();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TurnTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _own.Value?.Add(span),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Turn_ThatAnswers_TellsWhatItRestsOn()
    {
        var turn = Read(await RunAsync(Question));

        turn.Outcome.ShouldBe("answer");
        (turn.Language, turn.Reason, turn.Rule, turn.Intent).ShouldBe(("fr", "evidence", "evidence.sufficient", "faq_question"));
        turn.Confidence.ShouldNotBeNull().ShouldBeGreaterThan(0.4);
        turn.QueryTerms.ShouldNotBeNull().ShouldBeGreaterThan(0);
        turn.Documents[0].Id.ShouldBe("1/fr");
        turn.Passages[0].Id.ShouldBe("1/fr#0");
        turn.CitedArticles.ShouldBe(["1/fr"]);
        turn.Support.ShouldBe(["1/fr#0", "1/fr#0"]);
        turn.Links.ShouldBe(["https://help.example/fr/articles/1"]);
        turn.ReplyLength.ShouldNotBeNull().ShouldBeGreaterThan(80);
        turn.Sends.ShouldHaveSingleItem().ShouldBe(new SendTrace("reply", null, null, IsError: false));
        turn.PolicyVersion.ShouldNotBeNull().Length.ShouldBe(12);
    }

    [Fact]
    public async Task Turn_ThatHandsOver_TellsEachWrite()
    {
        var turn = Read(await RunAsync("Je veux parler à un humain"));

        turn.Outcome.ShouldBe("escalate");
        turn.Signals.ShouldContain("human_request");
        turn.Sends.Select(send => send.Kind).ShouldBe(["note", "assign", "reply", "tag"]);
        turn.Sends[1].Team.ShouldBe("5001");
        turn.HasReplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Turn_OfAHuman_TellsTheSilence()
    {
        var turn = Read(await RunAsync(new ConversationBuilder().Customer("Bonjour").Agent("J'arrive.").Customer("Merci")));

        (turn.Outcome, turn.Silence, turn.Action).ShouldBe(("silent", "human_replied", null));
        turn.Sends.ShouldBeEmpty();
    }

    [Fact]
    public async Task Turn_WithCaptureOff_HasNoWordOfAnybody()
    {
        var spans = await RunAsync(Question);

        var written = string.Join('\n', spans.SelectMany(span => span.TagObjects).Select(tag => tag.Value is string[] texts ? string.Join('\n', texts) : tag.Value?.ToString()));
        foreach (var word in new[] { "télécharger", "factur", "Réglages", "zoe@", "06 12", "Zoé", "Petit" })
        {
            written.ShouldNotContain(word, Case.Insensitive);
        }

        Read(spans).Question.ShouldBeNull();
    }

    [Fact]
    public async Task Turn_WithCaptureOn_HasTextWithoutPersonalData()
    {
        _bench.CaptureText = true;

        var turn = Read(await RunAsync(Question));

        turn.Question.ShouldBe("Où télécharger mes factures ? Écrivez à [email] ou au [phone]");
        turn.Reply.ShouldNotBeNull().ShouldStartWith("Bonjour [name],");
        turn.Sentences.ShouldBe(["Ouvrez Réglages, puis Facturation, puis Factures.", "Chaque facture se télécharge en PDF."]);
        turn.PassageTexts["1/fr#0"].ShouldContain("Facturation");
        turn.Documents[0].Title.ShouldBe("Télécharger vos factures");
    }

    [Fact]
    public async Task Turn_EveryNameInIt_IsInTheList()
    {
        _bench.CaptureText = true;
        var spans = await RunAsync(Question);
        spans.AddRange(await RunAsync("Je veux parler à un humain"));

        spans.Select(span => span.OperationName).Except(Constants(typeof(TelemetryNames.Spans))).ShouldBeEmpty();
        spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Except(Constants(typeof(TelemetryNames.Attributes))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static TurnTrace Read(List<Activity> spans)
    {
        var warnings = new TraceWarnings();
        var turn = TraceReader.Read(spans, warnings).ShouldHaveSingleItem();
        warnings.All.ShouldBeEmpty();
        return turn;
    }

    private Task<List<Activity>> RunAsync(string question) => RunAsync(new ConversationBuilder().Customer(question));

    private async Task<List<Activity>> RunAsync(ConversationBuilder conversation)
    {
        _own.Value = [];
        Activity.Current = null;
        _bench.Memories.Memory = Core.Conversations.ConversationMemory.Empty;
        await _bench.RunAsync(new FakeWorkspace(conversation.Build()));
        return _own.Value;
    }
}
