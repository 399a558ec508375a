using IntercomRag.Core.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using static IntercomRag.ModelStub.Tests.Prompts;

namespace IntercomRag.ModelStub.Tests;

public sealed class RecordingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-recording-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Replay_WithoutServerAndKey_GivesWhatWasRecorded()
    {
        ModelAnswer<Answer> recorded;
        await using (var stub = StubHost.Start())
        {
            using var recorder = new Client(stub.Endpoint, settings: Settings("Record"));
            recorded = await recorder.AskAsync<Answer>();
        }

        var file = await File.ReadAllTextAsync(Answers, TestContext.Current.CancellationToken);
        using var replay = new Client("", settings: [.. Settings("Replay"), ("Model:ApiKey", "")]);
        var replayed = await replay.AskAsync<Answer>();

        replayed.Value!.Sentences.Select(sentence => sentence.Text).ShouldBe(recorded.Value!.Sentences.Select(sentence => sentence.Text));
        replayed.Usage!.OutputTokenCount.ShouldBe(recorded.Usage!.OutputTokenCount);
        (await replay.AskAsync<Answer>(Client.Question("Another question"))).Failure.ShouldBe(ModelFailure.NotRecorded);
        (await File.ReadAllTextAsync(Answers, TestContext.Current.CancellationToken)).ShouldBe(file);
        file.ShouldNotContain(Client.Key);
    }

    [Fact]
    public async Task Replay_OfVectors_GivesWhatWasRecorded()
    {
        float[] recorded;
        await using (var stub = StubHost.Start())
        {
            using var recorder = new Client(stub.Endpoint, settings: Settings("Record"));
            recorded = await EmbedAsync(recorder, "Remboursement");
        }

        using var replay = new Client("", settings: Settings("Replay"));

        (await EmbedAsync(replay, "Remboursement")).ShouldBe(recorded);
        (await Should.ThrowAsync<ModelException>(() => EmbedAsync(replay, "Facture"))).Failure.ShouldBe(ModelFailure.NotRecorded);
    }

    private string Answers => Path.Combine(_folder, "answers.jsonl");

    private static async Task<float[]> EmbedAsync(Client client, string text) =>
        (await client.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()
            .GenerateAsync([text], cancellationToken: TestContext.Current.CancellationToken))[0].Vector.ToArray();

    private (string, string)[] Settings(string mode) =>
    [
        ("Model:Recording:Mode", mode), ("Model:Recording:File", Answers),
        ("Embeddings:Recording:Mode", mode), ("Embeddings:Recording:File", Path.Combine(_folder, "vectors.jsonl")),
    ];
}
