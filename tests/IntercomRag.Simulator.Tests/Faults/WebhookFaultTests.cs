using IntercomRag.Simulator.Tests.Support;

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
