using IntercomRag.Core.Models;
using static IntercomRag.ModelStub.Tests.Prompts;

namespace IntercomRag.ModelStub.Tests;

/// <summary>What the client sends, and what it leaves out when a server does not take it.</summary>
public sealed class ModelShapeTests
{
    [Fact]
    public async Task Ask_ServerThatTakesAll_GetsSchemaStreamAndKey()
    {
        await using var stub = StubHost.Start(("ModelStub:ApiKey", Client.Key));
        using var client = new Client(stub.Endpoint);

        var answer = await client.AskAsync<Answer>();

        var sentence = answer.Value.ShouldNotBeNull().Sentences.ShouldHaveSingleItem();
        (sentence.Text, string.Join(',', sentence.Passages)).ShouldBe(("A refund takes 5 days to arrive.", "p1"));
        answer.Usage!.InputTokenCount.ShouldNotBeNull().ShouldBeGreaterThan(100);
        var request = (await stub.RequestsAsync()).ShouldHaveSingleItem();
        request.GetProperty("key_header").GetString().ShouldBe("Authorization");
        var body = request.GetProperty("body");
        body.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["model", "messages", "temperature", "max_tokens", "response_format", "stream", "stream_options"]);
        body.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean().ShouldBeTrue();
        request.GetRawText().ShouldNotContain(Client.Key);
    }

    [Fact]
    public async Task Ask_OtherKeyHeader_CarriesTheKeyAsItIs()
    {
        await using var stub = StubHost.Start(("ModelStub:ApiKey", Client.Key));
        using var client = new Client(stub.Endpoint + "/", settings: ("Model:KeyHeader", "api-key"));

        (await client.AskAsync<Answer>()).Failure.ShouldBeNull();
        (await stub.RequestsAsync()).ShouldHaveSingleItem().GetProperty("key_header").GetString().ShouldBe("api-key");
    }

    [Fact]
    public async Task Ask_NoKey_SendsNone()
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint, settings: ("Model:ApiKey", ""));

        (await client.AskAsync<Answer>()).Failure.ShouldBeNull();
        (await stub.RequestsAsync()).ShouldHaveSingleItem().TryGetProperty("key_header", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("refuses_schema", 3, "response_format")]
    [InlineData("refuses_strict_schema", 2, "json_schema")]
    [InlineData("refuses_max_tokens", 2, "\"max_tokens\"")]
    [InlineData("refuses_temperature", 2, "temperature")]
    [InlineData("refuses_stream_options", 2, "stream_options")]
    public async Task Ask_ServerThatRefusesAField_IsAskedWithoutItFromThenOn(string kind, int requests, string field)
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync(kind);

        (await client.AskAsync<Answer>()).Value.ShouldNotBeNull().Answerable.ShouldBeTrue();
        (await stub.RequestsAsync()).Count.ShouldBe(requests);
        (await client.AskAsync<Answer>()).Value.ShouldNotBeNull().Answerable.ShouldBeTrue();

        var all = await stub.RequestsAsync();
        all.Count.ShouldBe(requests + 1);
        all[0].GetProperty("body").GetRawText().ShouldContain(field);
        all[^1].GetProperty("body").GetRawText().ShouldNotContain(field);
    }

    [Fact]
    public async Task Ask_RefusedForAnotherReason_ChangesNothingForTheNext()
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync("refuses_all", times: 3);

        (await client.AskAsync<Answer>()).Failure.ShouldBe(ModelFailure.Refused);
        (await client.AskAsync<Answer>()).Failure.ShouldBeNull();

        (await stub.RequestsAsync()).Select(request => request.GetProperty("body").GetRawText().Contains("json_schema", StringComparison.Ordinal))
            .ShouldBe([true, false, false, true]);
    }

    [Theory]
    [InlineData("no_stream")]
    [InlineData("chatty")]
    public async Task Ask_ServerWithItsOwnWays_IsUnderstood(string kind)
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync(kind);

        var answer = await client.AskAsync<Answer>();

        answer.Value.ShouldNotBeNull().Sentences.ShouldHaveSingleItem().Text.ShouldBe("A refund takes 5 days to arrive.");
        answer.Usage.ShouldNotBeNull();
    }
}
