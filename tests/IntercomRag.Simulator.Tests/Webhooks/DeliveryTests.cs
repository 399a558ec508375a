using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Webhooks;

public sealed class DeliveryTests
{
    private const string Topic = "conversation.user.created";

    private static readonly (string, string) ShortMinute = ("Simulator:Webhooks:Minute", "00:00:00.200");

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(503)]
    public async Task Failure_First_IsRetriedOnceAfterAMinuteWithTheSameId(int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => status;
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ShortMinute);
        await simulator.StartConversationAsync();

        var tries = await receiver.WaitForAsync(Topic, 2);
        var log = await DeliveriesUntilAsync(simulator, read => read.Texts("deliveries", "outcome").Contains("failed"));

        tries.Count.ShouldBe(2, "one retry and no more");
        tries[1].Id.ShouldBe(tries[0].Id);
        tries.Select(one => one.Json.At("delivery_attempts").GetInt32()).ShouldBe([1, 2]);
        (tries[1].At - tries[0].At).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(190));
        log.Texts("deliveries", "outcome").ShouldBe(["failed", "retrying", "delivered"], "newest first, after the ping");
        log.At("waiting").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Failure_ThenSuccess_IsDelivered()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = webhook => webhook.Json.At("delivery_attempts").GetInt32() == 1 ? 500 : 200;
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ShortMinute);
        await simulator.StartConversationAsync();

        await receiver.WaitForAsync(Topic, 2);

        await DeliveriesUntilAsync(simulator, read => read.Text("deliveries.0.outcome") == "delivered"
            && read.At("deliveries.0.attempts").GetInt32() == 2);
    }

    [Fact]
    public async Task Answer_LaterThanTheTimeout_CountsAsFailure()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Think = (_, aborted) => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, aborted);
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ShortMinute, ("Simulator:Webhooks:Timeout", "00:00:00.100"));
        await simulator.StartConversationAsync();

        var log = await DeliveriesUntilAsync(simulator, read => read.Texts("deliveries", "outcome").Contains("failed"));

        log.Text("deliveries.0.error").ShouldBe("timeout");
        log.IsNull("deliveries.0.status_code").ShouldBeTrue();
    }

    [Fact]
    public async Task Answer410_DisablesTheSubscriptionUntilSetLive()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = _ => 410;
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ShortMinute);
        await simulator.StartConversationAsync();
        await DeliveriesUntilAsync(simulator, read => read.Text("state") == "disabled");

        await simulator.StartConversationAsync();
        await DeliveriesUntilAsync(simulator, read => read.Text("deliveries.0.outcome") == "dropped");
        receiver.Of(Topic).Count.ShouldBe(1);

        receiver.Answer = _ => 200;
        await simulator.ControlAsync(HttpMethod.Post, "/webhooks/live");
        await simulator.StartConversationAsync();
        await receiver.WaitForAsync(Topic, 2);
    }

    [Fact]
    public async Task Answer429_DelaysTheWholeSubscriptionLongerEachTime()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var refusals = 2;
        receiver.Answer = _ => Interlocked.Decrement(ref refusals) >= 0 ? 429 : 200;
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ShortMinute);
        await simulator.StartConversationAsync();

        var tries = await receiver.WaitForAsync(Topic, 3);

        tries.Select(one => one.Id).Distinct().Count().ShouldBe(1);
        (tries[1].At - tries[0].At).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(190));
        (tries[2].At - tries[1].At).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(380), "the second delay is twice the first");
        var log = await DeliveriesUntilAsync(simulator, read => read.Text("deliveries.0.outcome") == "delivered");
        log.Text("state").ShouldBe("live");
    }

    [Fact]
    public async Task Target_NotSet_SendsNothingAndKeepsNothing()
    {
        await using var simulator = SimulatorHost.Start();
        await simulator.StartConversationAsync();

        var log = await DeliveriesAsync(simulator);

        log.At("waiting").GetInt32().ShouldBe(0);
        log.At("deliveries").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Queue_WhenFull_DropsAndSaysSo()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.HeadStatus = 503;
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ("Simulator:Webhooks:QueueLength", "2"));
        for (var number = 0; number < 3; number++)
        {
            await simulator.StartConversationAsync();
        }

        var log = await DeliveriesAsync(simulator);

        log.At("waiting").GetInt32().ShouldBe(2);
        log.Text("deliveries.0.error").ShouldBe("queue full");
    }

    private static Task<System.Text.Json.JsonElement> DeliveriesUntilAsync(SimulatorHost simulator, Func<System.Text.Json.JsonElement, bool> condition) =>
        Testing.Eventually.ReadAsync(() => DeliveriesAsync(simulator), condition, cancellationToken: TestContext.Current.CancellationToken);

    private static Task<System.Text.Json.JsonElement> DeliveriesAsync(SimulatorHost simulator) => simulator.ControlAsync(HttpMethod.Get, "/webhooks");
}
