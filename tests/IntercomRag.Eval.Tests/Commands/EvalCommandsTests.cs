using System.Text.Json;
using System.Text.RegularExpressions;
using IntercomRag.Eval.Commands;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Commands;

/// <summary>The command line, from arguments to files and exit code.</summary>
public sealed partial class EvalCommandsTests : IDisposable
{
    private static readonly string[] s_articles =
    [
        """{"id":"1","title":"Télécharger vos factures","body_html":"<p>Ouvrez Réglages, puis Facturation, puis Factures. Chaque facture se télécharge en PDF.</p>","url":"https://help.example/fr/articles/1","locale":"fr"}""",
        """{"id":"2","title":"Listes d'attente","body_html":"<p>Quand un cours est complet, les adhérents rejoignent la liste d'attente.</p>","url":"https://help.example/fr/articles/2","locale":"fr"}""",
        """{"id":"3","title":"Factures en avance","body_html":"<p>Télécharger les factures en avance : bientôt.</p>","url":"https://help.example/fr/articles/3","locale":"fr","state":"draft"}""",
        """{"id":"4","title":"Export","body_html":"<p>L'export crée un fichier CSV de tous les adhérents.</p>","url":"https://help.example/fr/articles/4","locale":"fr"}""",
    ];

    private static readonly string[] s_conversations =
    [
        """{"id":"invoice","locale":"fr","contact":{"name":"Zoé Petit"},"turns":[{"role":"user","text":"Où télécharger mes factures ? zoe@club.example"}],"gold":{"action":"answer","reason":"evidence","article_ids":["1"],"must_contain":["Facturation"],"answerable":true},"source":"test"}""",
        """{"id":"human","locale":"fr","turns":[{"role":"user","text":"Je veux parler à un humain"}],"gold":{"action":"escalate","reason":"human_request"},"source":"test"}""",
        """{"id":"taken","locale":"fr","turns":[{"role":"user","text":"Bonjour"},{"role":"bot","text":"Bonjour !"},{"role":"agent","text":"J'arrive."},{"role":"user","text":"Où télécharger mes factures ?"}],"gold":{"action":"silent","reason":"human_replied"},"source":"test"}""",
        """{"id":"unknown","locale":"fr","turns":[{"role":"user","text":"Vendez-vous des pizzas surgelées au chocolat ?"}],"gold":{"action":"escalate","accept":["offer"],"reason":"low_confidence","answerable":false},"source":"test"}""",
    ];

    private const string Answered = "\"faq_question\": { \"action\": \"answer\"";
    private const string Escalated = "\"faq_question\": { \"action\": \"escalate\"";

    private static readonly string s_rules = Path.Combine(RepositoryRoot.Folder, "eval", "gate.json");

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_SmallSet_MeasuresWhatTheProductionPipelineDoes()
    {
        (await RunAsync("one")).ShouldBe(ExitCode.Passed);

        using var result = Result("one");
        var metrics = result.RootElement.GetProperty("metrics");
        metrics.GetProperty("decision.accuracy").GetProperty("value").GetDouble().ShouldBe(1);
        metrics.GetProperty("decision.accuracy").GetProperty("n").GetInt32().ShouldBe(4);
        metrics.GetProperty("decision.accuracy").GetProperty("interval").GetArrayLength().ShouldBe(2);
        metrics.GetProperty("retrieval.recall@1").GetProperty("value").GetDouble().ShouldBe(1);
        metrics.GetProperty("answer.key_facts").GetProperty("value").GetDouble().ShouldBe(1);
        metrics.GetProperty("safety.published_only").GetProperty("value").GetDouble().ShouldBe(1);
        metrics.GetProperty("safety.no_personal_data").GetProperty("value").GetDouble().ShouldBe(1);
        result.RootElement.GetProperty("slices").GetProperty("reason=human_request").GetProperty("decision.escalation.recall").GetProperty("value").GetDouble().ShouldBe(1);
        result.RootElement.GetProperty("conversations").EnumerateArray().Select(conversation => conversation.GetProperty("got").GetProperty("action").GetString())
            .ShouldBe(["answer", "escalate", "silent", "escalate"]);
        result.RootElement.GetProperty("run").GetProperty("article_count").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Run_SameInput_WritesTheSameBytes()
    {
        await RunAsync("one", "--parallel", "1");
        await RunAsync("two", "--parallel", "4");

        foreach (var file in Directory.EnumerateFiles(_folder.PathTo("one")).Select(Path.GetFileName).Where(name => name != "timings.json"))
        {
            File.ReadAllBytes(_folder.PathTo($"two/{file}")).ShouldBe(File.ReadAllBytes(_folder.PathTo($"one/{file}")), file);
        }
    }

    [Fact]
    public async Task Run_GoldNamesAnUnknownArticle_CountsIt()
    {
        _folder.Write("articles.jsonl", s_articles);
        _folder.Write("conversations.jsonl", s_conversations[0].Replace("[\"1\"]", "[\"99\"]", StringComparison.Ordinal));

        (await InvokeAsync("run", "--out", _folder.PathTo("one"))).ShouldBe(ExitCode.Passed);

        _output.ToString().ShouldContain("warning: unknown_article, 1 times; ");
        _output.ToString().ShouldContain("conversations.jsonl:1: \"invoice\": gold.article_ids names \"99\"");
    }

    [Fact]
    public async Task Gate_SameAsBaseline_Passes()
    {
        await BaselineAsync();

        (await GateAsync()).ShouldBe(ExitCode.Passed);

        File.ReadAllText(_folder.PathTo("gate/summary.md")).ShouldStartWith("## Evaluation: passed");
    }

    [Fact]
    public async Task Gate_QuestionsNoLongerAnswered_IsARegression()
    {
        await BaselineAsync(More(6));

        (await GateAsync(Policies(Answered, Escalated))).ShouldBe(ExitCode.Regression);

        _output.ToString().ShouldContain("## Evaluation: regression");
        _output.ToString().ShouldContain("**newly_wrong** decision.accuracy: 7 turned wrong, 0 right");
        _output.ToString().ShouldContain("went another way in **decide**: decision: answer evidence.sufficient → escalate evidence.sufficient");
    }

    [Fact]
    public async Task Gate_PoliciesReformatted_Passes()
    {
        await BaselineAsync();

        (await GateAsync(Policies("\"answer\": 0.4,", "\n\n  \"answer\" :  0.4  ,"))).ShouldBe(ExitCode.Passed);
    }

    [Fact]
    public async Task Gate_WithoutBaseline_CouldNotRun()
    {
        Write();

        (await GateAsync()).ShouldBe(ExitCode.CouldNotRun);

        _error.ToString().ShouldContain("baseline.json: cannot be read");
    }

    [Fact]
    public async Task Gate_WithAModelAgainstABaselineWithout_CouldNotRun()
    {
        await BaselineAsync();

        (await InvokeAsync("gate", "--baseline", _folder.PathTo("baseline.json"), "--rules", Rules(), "--recording", "answers.jsonl")).ShouldBe(ExitCode.CouldNotRun);

        _error.ToString().ShouldContain("baseline.json was accepted without a model, and this run asks one");
    }

    [Fact]
    public async Task Run_BrokenLine_CouldNotRunAndNamesIt()
    {
        _folder.Write("articles.jsonl", s_articles);
        _folder.Write("conversations.jsonl", s_conversations[0], "{\"id\":");

        (await InvokeAsync("run", "--out", _folder.PathTo("one"))).ShouldBe(ExitCode.CouldNotRun);

        _error.ToString().ShouldContain("conversations.jsonl:2: not a recorded conversation");
    }

    [Fact]
    public async Task Run_BrokenPolicies_CouldNotRunAndNamesThem()
    {
        Write();

        (await InvokeAsync("run", "--policies", Policies("\"thresholds\"", "\"treshholds\""), "--out", _folder.PathTo("one"))).ShouldBe(ExitCode.CouldNotRun);

        _error.ToString().ShouldContain("assistant.json");
    }

    [Theory]
    [InlineData("run", "--limit", "0")]
    [InlineData("run", "--price", "cheap")]
    [InlineData("run", "--record", "answers.jsonl")]
    [InlineData("run", "--model", "--recording", "answers.jsonl")]
    [InlineData("run", "--recording", "none.jsonl")]
    [InlineData("score")]
    [InlineData("dance")]
    public async Task Invoke_WrongArguments_CouldNotRun(params string[] args) =>
        (await EvalCommands.RunAsync(args, _output, _error, isWatched: false, TestContext.Current.CancellationToken)).ShouldBe(ExitCode.CouldNotRun);

    [Fact]
    public async Task Help_OfEachCommand_Teaches()
    {
        foreach (var command in new[] { "run", "gate", "baseline", "compare", "score", "record" })
        {
            (await EvalCommands.RunAsync([command, "--help"], _output, _error, isWatched: false, TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Passed);
        }

        _output.ToString().ShouldContain("Exit code 0: passed; 1: regression; 2: could not run");
    }

    [Fact]
    public async Task Compare_TwoResults_ShowsWhatChanged()
    {
        await RunAsync("one");
        await InvokeAsync("run", "--out", _folder.PathTo("two"), "--policies", Policies(Answered, Escalated));
        _output.GetStringBuilder().Clear();

        (await EvalCommands.RunAsync(
            ["compare", _folder.PathTo("one/results.json"), _folder.PathTo("two/results.json"), "--rules", s_rules],
            _output,
            _error,
            isWatched: false,
            TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Passed);

        _output.ToString().ShouldContain("### Turned wrong (1)");
        _output.ToString().ShouldContain("`invoice` “Où télécharger mes factures ? zoe@club.example”");
    }

    private static string[] More(int count) =>
        [.. Enumerable.Range(0, count).Select(i => s_conversations[0].Replace("\"invoice\"", $"\"invoice-{i}\"", StringComparison.Ordinal))];

    private void Write(params string[] more)
    {
        _folder.Write("articles.jsonl", s_articles);
        _folder.Write("conversations.jsonl", [.. s_conversations, .. more]);
    }

    private Task<int> RunAsync(string name, params string[] more)
    {
        Write();
        return InvokeAsync(["run", "--out", _folder.PathTo(name), .. more]);
    }

    private async Task BaselineAsync(params string[] more)
    {
        Write(more);
        (await InvokeAsync("baseline", "--baseline", _folder.PathTo("baseline.json"))).ShouldBe(ExitCode.Passed);
    }

    private Task<int> GateAsync(string? policies = null) => InvokeAsync(
    [
        "gate", "--baseline", _folder.PathTo("baseline.json"), "--rules", Rules(), "--out", _folder.PathTo("gate"), .. policies is null ? Array.Empty<string>() : ["--policies", policies],
    ]);

    // The floors of the shipped rules are those of the demo set.
    private string Rules() => _folder.Write("gate.json", Bounds().Replace(File.ReadAllText(s_rules), "\"$1\": {}"));

    private string Policies(string text, string other)
    {
        var folder = Directory.CreateDirectory(_folder.PathTo("policies")).FullName;
        PolicyFolder.CopyTo(folder);

        var path = Path.Combine(folder, "assistant.json");
        var content = File.ReadAllText(path);
        content.ShouldContain(text);
        File.WriteAllText(path, content.Replace(text, other, StringComparison.Ordinal));
        return folder;
    }

    private JsonDocument Result(string name) => JsonDocument.Parse(File.ReadAllBytes(_folder.PathTo($"{name}/results.json")));

    private Task<int> InvokeAsync(params string[] args) => EvalCommands.RunAsync(
        [args[0], "--articles", _folder.PathTo("articles.jsonl"), "--conversations", _folder.PathTo("conversations.jsonl"), .. args[1..]],
        _output,
        _error,
        isWatched: false,
        TestContext.Current.CancellationToken);

    [GeneratedRegex("\"(floors|ceilings)\": \\{[^}]*\\}")]
    private static partial Regex Bounds();
}
