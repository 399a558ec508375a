using System.Text.Json;
using IntercomRag.Simulator.Control;
using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Testing;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Simulator.Tests.Control;

public sealed class LiveEventsTests
{
    [Fact]
    public async Task Events_ConversationAndArticleChange_ReachAnOpenPage()
    {
        await using var simulator = SimulatorHost.Start();
        using var stream = await simulator.Control.GetStreamAsync("/simulator/events", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        (await NextAsync(reader)).Text("type").ShouldBe("heartbeat");

        var id = await simulator.StartConversationAsync();
        var conversation = await NextAsync(reader);
        await simulator.ControlAsync(HttpMethod.Post, "/articles/1001/publish", new { });
        var article = await NextAsync(reader);

        conversation.Text("type").ShouldBe("conversation.changed");
        conversation.Text("conversation_id").ShouldBe(id);
        article.Text("type").ShouldBe("article.changed");
        article.Text("article_id").ShouldBe("1001");
    }

    [Fact]
    public async Task Listen_ReaderThatDoesNotRead_LosesTheOldestAndHoldsNobodyUp()
    {
        using var lifetime = new Lifetime();
        var events = new LiveEvents(new FakeTimeProvider(), lifetime);
        await using var listener = events.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await listener.MoveNextAsync();
        var waiting = listener.MoveNextAsync();
        events.Publish(new LiveEvent(LiveEvent.ConversationChanged, "first"));
        await waiting;

        for (var number = 0; number < 1000; number++)
        {
            events.Publish(new LiveEvent(LiveEvent.ConversationChanged, $"{number}"));
        }

        await listener.MoveNextAsync();
        int.Parse(listener.Current.ConversationId!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(1000 - 256);
    }

    [Fact]
    public async Task Listen_Silence_IsFilledWithHeartbeats()
    {
        using var lifetime = new Lifetime();
        var time = new FakeTimeProvider();
        var events = new LiveEvents(time, lifetime);
        await using var listener = events.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await listener.MoveNextAsync();
        var next = listener.MoveNextAsync();

        time.Advance(TimeSpan.FromSeconds(15));

        (await next).ShouldBeTrue();
        listener.Current.Type.ShouldBe(LiveEvent.Heartbeat);
    }

    [Fact]
    public async Task Listen_ServerStops_EndsTheStream()
    {
        using var lifetime = new Lifetime();
        var events = new LiveEvents(new FakeTimeProvider(), lifetime);
        await using var listener = events.ListenAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await listener.MoveNextAsync();
        var next = listener.MoveNextAsync();

        lifetime.StopApplication();

        (await next).ShouldBeFalse();
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }

    /// <summary>Sample: <c>data: {"type":"conversation.changed","conversation_id":"215…"}</c>, then an empty line.</summary>
    private static async Task<JsonElement> NextAsync(StreamReader reader)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Eventually.DefaultDeadline, TestContext.Current.CancellationToken);
            if (line!.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]);
            }
        }
    }
}
