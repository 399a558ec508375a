using System.Net;
using System.Net.Http.Json;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;
using IntercomRag.Core.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.ModelStub.Tests;

public sealed class EmbeddingTests
{
    [Fact]
    public async Task Generate_ManyTexts_AreVectorsOfTheLengthAskedFor()
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint, settings: [("Embeddings:Dimensions", "64"), ("Embeddings:BatchSize", "2")]);

        var vectors = await EmbedAsync(client, "Where are my invoices?", "Où sont mes factures ?", "Les factures se trouvent dans la facturation", "Book a class", "");

        vectors.Count.ShouldBe(5);
        vectors.ShouldAllBe(vector => vector.Length == 64 && Math.Abs(TensorPrimitives.Norm<float>(vector) - 1) < 1e-5);
        Near(vectors[1], vectors[2]).ShouldBeGreaterThan(Near(vectors[1], vectors[3]));
        (await stub.RequestsAsync()).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("rate_limited", ModelFailure.RateLimited, 3)]
    [InlineData("server_error", ModelFailure.Unavailable, 3)]
    [InlineData("unauthorized", ModelFailure.Refused, 1)]
    [InlineData("broken_json", ModelFailure.Unreadable, 1)]
    [InlineData("empty", ModelFailure.Unreadable, 1)]
    public async Task Generate_ServerThatFails_IsItsFailure(string kind, ModelFailure failure, int attempts)
    {
        await using var stub = StubHost.Start(("ModelStub:RetryAfter", "0"));
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync(kind);

        (await Should.ThrowAsync<ModelException>(() => EmbedAsync(client, "a text"))).Failure.ShouldBe(failure);

        (await stub.RequestsAsync()).Count.ShouldBe(attempts);
    }

    [Fact]
    public void AddEmbeddings_NotConfigured_RegistersNothing()
    {
        using var client = new Client("", settings: [("Embeddings:Name", ""), ("Embeddings:ApiKey", "")]);

        client.Services.GetService<IEmbeddingGenerator<string, Embedding<float>>>().ShouldBeNull();
    }

    [Fact]
    public async Task Stub_Base64_IsTheSameVector()
    {
        await using var stub = StubHost.Start();

        var numbers = await PostAsync(stub, new { model = "m", input = "Remboursement", dimensions = 16 });
        var base64 = await PostAsync(stub, new { model = "m", input = new[] { "Remboursement" }, dimensions = 16, encoding_format = "base64" });

        MemoryMarshal.Cast<byte, float>(base64.GetBytesFromBase64()).ToArray()
            .ShouldBe(numbers.EnumerateArray().Select(number => number.GetSingle()));
    }

    [Fact]
    public async Task Stub_TokensForInput_IsRefused()
    {
        await using var stub = StubHost.Start();

        using var response = await stub.Http.PostAsJsonAsync("/v1/embeddings", new { model = "m", input = new[] { 1, 2 } }, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> PostAsync(StubHost stub, object body)
    {
        using var response = await stub.Http.PostAsJsonAsync("/v1/embeddings", body, TestContext.Current.CancellationToken);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return json.GetProperty("data")[0].GetProperty("embedding");
    }

    private static async Task<IReadOnlyList<float[]>> EmbedAsync(Client client, params string[] texts)
    {
        var vectors = await client.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()
            .GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
        return [.. vectors.Select(vector => vector.Vector.ToArray())];
    }

    private static float Near(float[] one, float[] other) => TensorPrimitives.Dot<float>(one, other);
}
