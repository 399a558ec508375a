using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Recording;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Models.Recording;

public sealed class RecordedChatClientTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-recording-").FullName;

    private string RecordingPath => Path.Combine(_folder, "new", "answers.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Replay_OfWhatWasRecorded_IsTheSameAnswerWithoutAServer()
    {
        var server = new ScriptedChatClient("""{"intent":"où ?"}""", new UsageDetails { InputTokenCount = 12, OutputTokenCount = 3 });
        var recorded = await AskAsync(Recorder(server));

        var replayed = await AskAsync(Recorder(new NoServer()));

        replayed.Text.ShouldBe(recorded.Text);
        (replayed.Usage!.InputTokenCount, replayed.Usage.OutputTokenCount, replayed.FinishReason).ShouldBe((12, 3, ChatFinishReason.Stop));
    }

    [Fact]
    public async Task Replay_OfAnotherQuestion_IsNotRecorded()
    {
        await AskAsync(Recorder(new ScriptedChatClient("{}")));

        foreach (var question in new[] { Questions.Ask() with { Temperature = 0.4f }, Questions.Ask(maxOutputTokens: 101) })
        {
            var failure = await Should.ThrowAsync<ModelException>(() => AskAsync(Recorder(new NoServer()), question));
            failure.Failure.ShouldBe(ModelFailure.NotRecorded);
        }
    }

    [Fact]
    public async Task Record_WhatIsInTheFile_IsNotAskedAgain()
    {
        var server = new ScriptedChatClient("{}");
        await AskAsync(Recorder(server));
        await AskAsync(Recorder(server));

        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Record_AFailure_IsNotWritten()
    {
        var failing = new ScriptedChatClient((_, _) => throw new ModelException(ModelFailure.Unavailable, "down"));

        await Should.ThrowAsync<ModelException>(() => AskAsync(Recorder(failing)));

        File.Exists(RecordingPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Record_InAnyOrder_IsTheSameFile()
    {
        int[] temperatures = [1, 2, 3, 4, 5];
        var first = await RecordAsync(temperatures);
        File.Delete(RecordingPath);

        var second = await RecordAsync(temperatures.Reverse());

        second.ShouldBe(first);
        first.Split('\n').Length.ShouldBe(6);
        first.ShouldContain("où ?", Case.Sensitive, "it is read by people");
    }

    [Fact]
    public void Open_ALineThatIsNone_SaysWhere()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(RecordingPath)!);
        File.WriteAllText(RecordingPath, "\n{\"prompt\":\"intent\"}\n");

        Should.Throw<InvalidDataException>(() => Recorder(new NoServer())).Message.ShouldContain("answers.jsonl, line 2");
    }

    private async Task<string> RecordAsync(IEnumerable<int> temperatures)
    {
        var client = Recorder(new ScriptedChatClient("où ?"));
        foreach (var temperature in temperatures)
        {
            await AskAsync(client, Questions.Ask() with { Temperature = temperature });
        }

        return await File.ReadAllTextAsync(RecordingPath, TestContext.Current.CancellationToken);
    }

    private static Task<ChatResponse> AskAsync(RecordedChatClient client, ModelQuestion? question = null) =>
        client.GetResponseAsync(Questions.Messages, Questions.Options(question), TestContext.Current.CancellationToken);

    private RecordedChatClient Recorder(IChatClient server) =>
        new(server, Options.Create(new ModelOptions { Recording = new() { Mode = RecordingMode.Record, File = RecordingPath } }));
}
