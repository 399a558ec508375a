using System.Net;
using System.Net.Sockets;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Models;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Replay;
using Microsoft.Extensions.Configuration;

namespace IntercomRag.Eval.Tests.Replay;

public sealed class ReplayWithModelTests : IDisposable
{
    private const string Article =
        """{"id":"1","title":"Télécharger vos factures","body_html":"<p>Ouvrez Réglages, puis Facturation, puis Factures. Chaque facture se télécharge en PDF.</p>","url":"https://help.example/fr/articles/1","locale":"fr"}""";

    private const string Talk =
        """{"id":"invoice","locale":"fr","turns":[{"role":"user","text":"Où télécharger mes factures ?"}],"gold":{"action":"answer","article_ids":["1"]},"source":"test"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The clock of the turns stands still: with it, nobody would ever stop to wait.
    [Fact]
    public async Task Run_ServerThatNeverAnswers_GoesOnWithoutItAndCountsIt()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = Settings(
            ("Model:Endpoint", $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/v1"), ("Model:Name", "silent"), ("Model:Attempts", "2"), ("Model:RetryDelay", "00:00:00.010"),
            ("Model:FirstChunkTimeout", "00:00:00.100"), ("Model:ChunkTimeout", "00:00:00.100"));

        var (turn, warnings) = await ReplayAsync(settings);

        turn.Outcome.ShouldBe("answer");
        turn.ModelFallback.ShouldBe("too_slow");
        warnings.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => (warning.Kind, warning.Count).ShouldBe(("model_too_slow", 2)),
            warning => warning.First.ShouldEndWith("\"invoice\": chat silent gave no answer to the prompt \"intent\""));
    }

    [Fact]
    public async Task Run_AnswersThatWereNotRecorded_AreCountedAndTheArticleIsQuoted()
    {
        var file = _folder.Write("answers.jsonl", """{"prompt":"intent","version":"1","key":"of another request","text":"{}","model":"small"}""");

        var (turn, warnings) = await ReplayAsync(ModelSettings.Of(new() { Mode = Core.Models.Recording.RecordingMode.Replay, File = file }));

        turn.Outcome.ShouldBe("answer");
        turn.ModelFallback.ShouldBe("not_recorded");
        warnings.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(warning => (warning.Kind, warning.Count).ShouldBe(("model_not_recorded", 2)));
    }

    private async Task<(TurnTrace Turn, TraceWarnings Warnings)> ReplayAsync(IConfiguration settings)
    {
        var (warnings, token) = (new TraceWarnings(), TestContext.Current.CancellationToken);
        using var model = ConfiguredModel.Create(settings);
        await using var replayer = await Replayer.CreateAsync(
            ArticleReader.Read(_folder.Write("articles.jsonl", Article)), new ReplayOptions(null, Parallel: 1, model), warnings, token);
        var turns = await replayer.RunAsync(ConversationFile.Read(_folder.Write("talks.jsonl", Talk), AgentRole.Auto, warnings), () => { }, warnings, token);
        return (turns.ShouldHaveSingleItem().Trace, warnings);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
