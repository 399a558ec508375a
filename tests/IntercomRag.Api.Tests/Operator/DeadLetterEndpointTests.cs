using System.Net;
using System.Net.Http.Headers;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.Api.Tests.Operator;

public sealed class DeadLetterEndpointTests : IDisposable
{
    private const string Key = "0123456789abcdef-operator";
    private const string Letters = "/operator/dead-letters";
    private const string Id = "conversations-0-1-failed";

    private readonly ApiFactory _api = new();
    private readonly MemoryDeadLetters _letters = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task List_WithTheKey_ShowsReasonTraceAndItems()
    {
        _letters.Put(Id);
        using var client = Client(Key);

        var text = await client.GetStringAsync(Letters, TestContext.Current.CancellationToken);

        text.ShouldBe(
            """
            [{"id":"conversations-0-1-failed","inbox":"conversations","subject":"demo:215","attempts":6,"reason":"IOException","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","givenUpAt":"2026-01-05T09:02:00+00:00","items":[{"topic":"conversation.user.replied","createdAt":"2026-01-05T09:00:00+00:00","receivedAt":"2026-01-05T09:00:01+00:00"}]}]
            """);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer 0123456789abcdef-operatoR")]
    [InlineData("Bearer 0123456789abcdef-operator2")]
    [InlineData("Basic 0123456789abcdef-operator")]
    public async Task AnyRequest_WithoutTheKey_Answers401(string? authorization)
    {
        using var client = Client(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var list = await client.GetAsync(Letters, TestContext.Current.CancellationToken);
        using var redrive = await client.PostAsync($"{Letters}/redrive", null, TestContext.Current.CancellationToken);

        list.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        list.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        redrive.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnyRequest_NoKeyConfigured_Answers404()
    {
        using var client = _api.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "");

        using var response = await client.GetAsync(Letters, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Redrive_Twice_Answers404TheSecondTime()
    {
        _letters.Put(Id);
        using var client = Client(Key);

        using var first = await PostAsync(client, $"{Letters}/{Id}/redrive");
        using var second = await PostAsync(client, $"{Letters}/{Id}/redrive");

        (await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"redriven":1}""");
        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RedriveAll_SomeLetters_SaysHowMany()
    {
        _letters.Put(Id);
        _letters.Put("articles-0-1-failed");
        using var client = Client(Key);

        using var response = await PostAsync(client, $"{Letters}/redrive");

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"redriven":2}""");
        _letters.Letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redrive_DamagedRecord_Answers409()
    {
        using var client = Client(Key);

        using var response = await PostAsync(client, $"{Letters}/{MemoryDeadLetters.Damaged}/redrive");

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Discard_Letter_RemovesIt()
    {
        _letters.Put(Id);
        using var client = Client(Key);

        using var first = await client.DeleteAsync($"{Letters}/{Id}", TestContext.Current.CancellationToken);
        using var second = await client.DeleteAsync($"{Letters}/{Id}", TestContext.Current.CancellationToken);

        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("many")]
    public async Task List_WrongLimit_Answers400(string limit)
    {
        using var client = Client(Key);

        using var response = await client.GetAsync($"{Letters}?limit={limit}", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task List_StorageAway_Answers503()
    {
        _letters.Failure = new StorageUnavailableException("Redis (cache) did not carry out an operation.", new IOException());
        using var client = Client(Key);

        using var response = await client.GetAsync(Letters, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path) =>
        client.PostAsync(path, null, TestContext.Current.CancellationToken);

    private HttpClient Client(string? key)
    {
        var client = _api
            .WithWebHostBuilder(builder => builder.UseSetting("Operator:Key", Key).ConfigureTestServices(services => services.AddSingleton<IDeadLetters>(_letters)))
            .CreateClient();
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }
}
