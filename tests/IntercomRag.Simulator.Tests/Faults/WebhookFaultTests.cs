using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Testing;

namespace IntercomRag.Simulator.Tests.Faults;

public sealed class WebhookFaultTests
{
    private const string Topic = "conversation.user.replied";

    [Fact]
    public async Task Duplicates_SendEveryNotificationTwiceWithTheSameId()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { webhooks = new { duplicate_probability = 1, shuffle_window_ms = 50 } });
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "un");
        await simulator.WriteAsync(id, "deux");

        var received = await receiver.WaitForAsync(Topic, 4);

        received.GroupBy(webhook => webhook.Id).Select(group => group.Count()).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task Drops_LoseNotificationsUntilTheirNumberIsUsedUp()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        await receiver.WaitForAsync("ping");
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { webhooks = new { drop_probability = 1, max_faults = 2 } });
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "un");
        await simulator.WriteAsync(id, "deux");

        var received = await receiver.WaitForAsync(Topic);

        received.Single().Parts.Text("0.body").ShouldBe("deux");
        receiver.Of("conversation.user.created").ShouldBeEmpty();
    }

    [Fact]
    public async Task DropFirst_LosesTheFirstDeliveryAndSendsTheRetry()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ("Simulator:Webhooks:Minute", "00:00:00.200"));
        var id = await simulator.StartConversationAsync();
        await receiver.WaitForAsync("conversation.user.created");
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { webhooks = new { drop_first_probability = 1 } });
        var written = TimeProvider.System.GetUtcNow();
        await simulator.WriteAsync(id, "un");

        var received = (await receiver.WaitForAsync(Topic)).Single();

        received.Json.At("delivery_attempts").GetInt32().ShouldBe(2);
        (received.At - written).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(190));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Suspended_SubscriptionSendsNothing_UntilItIsSetLiveOrTheFaultsAreCleared(bool setLive)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        await receiver.WaitForAsync("ping");
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { webhooks = new { suspended = true } });
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "un");
        await Eventually.HoldsAsync(
            async () => (await simulator.ControlAsync(HttpMethod.Get, "/webhooks")).At("waiting").GetInt32() == 0,
            cancellationToken: TestContext.Current.CancellationToken);
        var state = (await simulator.ControlAsync(HttpMethod.Get, "/webhooks")).Text("state");

        await (setLive
            ? simulator.ControlAsync(HttpMethod.Post, "/webhooks/live")
            : simulator.ControlAsync(HttpMethod.Put, "/faults", new { }));
        await simulator.WriteAsync(id, "deux");

        var received = await receiver.WaitForAsync(Topic);
        received.Single().Parts.Text("0.body").ShouldBe("deux");
        receiver.Of("conversation.user.created").ShouldBeEmpty();
        state.ShouldBe("suspended");
        (await simulator.ControlAsync(HttpMethod.Get, "/faults/state")).At("active").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Delay_HoldsNotificationsBack()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        await receiver.WaitForAsync("ping");
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync(
            HttpMethod.Put, "/faults", new { webhooks = new { delay_probability = 1, delay_min_ms = 300, delay_max_ms = 300 } });
        var written = TimeProvider.System.GetUtcNow();
        await simulator.WriteAsync(id, "un");

        var received = (await receiver.WaitForAsync(Topic))[0];

        (received.At - written).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task Shuffle_ChangesTheOrderAndLosesNothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget);
        await simulator.ControlAsync(
            HttpMethod.Put, "/faults", new { seed = 7, webhooks = new { shuffle_probability = 1, shuffle_window_ms = 400 } });
        var id = await simulator.StartConversationAsync();
        for (var number = 0; number < 20; number++)
        {
            await simulator.WriteAsync(id, $"{number}");
        }

        var bodies = (await receiver.WaitForAsync(Topic, 20)).Select(webhook => webhook.Parts.Text("0.body")).ToList();

        bodies.Order().ShouldBe(Enumerable.Range(0, 20).Select(number => $"{number}").Order());
        bodies.ShouldNotBe(Enumerable.Range(0, 20).Select(number => $"{number}"));
    }
}
