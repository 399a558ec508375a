using System.Text.Json;
using IntercomRag.Eval.Commands;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Demo;

/// <summary>The demo set answered by a model, from <c>eval/model-answers.jsonl</c>.</summary>
public sealed class RecordedAnswersTests : IDisposable
{
    private const string Again =
        "A prompt or what is found has changed, so other questions are asked. Record their answers, as docs/evaluation.md describes: delete eval/model-answers.jsonl, start "
        + "\"dotnet run -c Release --project IntercomRag.ModelStub\", and run \"Model__Endpoint=http://127.0.0.1:5095/v1 Model__Name=stub "
        + "dotnet run -c Release --project IntercomRag.Eval -- run --model --record eval/model-answers.jsonl\".";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_FromRecordedAnswers_IsTheSameTwiceAndAsksNobody()
    {
        await RunAsync("one", 1);
        await RunAsync("two", 2);

        foreach (var file in new[] { "results.json", "report.html", "junit.xml", "summary.md" })
        {
            File.ReadAllBytes(_folder.PathTo($"two/{file}")).ShouldBe(File.ReadAllBytes(_folder.PathTo($"one/{file}")), file);
        }

        using var result = JsonDocument.Parse(File.ReadAllBytes(_folder.PathTo("one/results.json")));
        result.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("kind").GetString()).ShouldNotContain("model_not_recorded", Again);
        result.RootElement.GetProperty("run").GetProperty("model").GetString().ShouldBe("stub");
        result.RootElement.GetProperty("metrics").GetProperty("answer.written").GetProperty("value").GetDouble().ShouldBeGreaterThan(0, Again);
        result.RootElement.GetProperty("metrics").GetProperty("cost.input_tokens").GetProperty("n").GetInt32().ShouldBeGreaterThan(0);
        File.ReadAllText(_folder.PathTo("one/results.json")).ShouldNotContain("server.address", customMessage: "a server was asked");
    }

    private async Task RunAsync(string name, int parallel) => (await EvalCommands.RunAsync(
        [
            "run", "--conversations", DemoSet.Path, "--limit", "40", "--recording", Path.Combine(RepositoryRoot.Folder, "eval", "model-answers.jsonl"),
            "--parallel", $"{parallel}", "--out", _folder.PathTo(name),
        ],
        _output,
        _error,
        isWatched: false,
        TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Passed, _error.ToString());
}
