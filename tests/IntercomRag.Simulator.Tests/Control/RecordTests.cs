using System.Diagnostics;
using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Testing;

namespace IntercomRag.Simulator.Tests.Control;

[Collection(nameof(Alone))]
public sealed class RecordTests
{
    private static readonly TimeSpan FaultDelay = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Record_Conversations_GivesAllPartsInOrderWithTheirTimes()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync("Un");
        await simulator.ReplyAsAssistantAsync(id, "Deux");
        await simulator.ReplyAsAssistantAsync(id, "Note", "note");

        var record = await simulator.ControlAsync(HttpMethod.Get, "/record");

        record.GetArrayLength().ShouldBe(1);
        record.Texts("0.parts", "text").ShouldBe(["Un", "Deux", "Note"]);
        record.Texts("0.parts", "public").ShouldBe(["True", "True", "False"]);
        record.At("0.parts").EnumerateArray().Select(part => part.At("created_at_ms").GetInt64()).ShouldBeInOrder();
    }

    [Fact]
    public async Task Record_OfASlowRequest_TellsItsArrivalApartFromItsEffect()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new
        {
            rest = new { slow_before_probability = 1, slow_min_ms = FaultDelay.TotalMilliseconds, slow_max_ms = FaultDelay.TotalMilliseconds },
        });
        await simulator.ReplyAsAssistantAsync(id, "Tard");

        var parts = (await simulator.ControlAsync(HttpMethod.Get, "/record")).At("0.parts");

        parts.IsNull("0.received_at_ms").ShouldBeTrue("the customer wrote in the Messenger");
        (parts.At("1.created_at_ms").GetInt64() - parts.At("1.received_at_ms").GetInt64()).ShouldBeGreaterThanOrEqualTo((long)FaultDelay.TotalMilliseconds - 10);
    }

    [Fact]
    public async Task Record_TagsAndAssignments_SayWhoAndWhen()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.ActAsync(id, new { admin_id = "9002", action = "tag", tag = "vip" });
        await simulator.ActAsync(id, new { admin_id = "9002", action = "assign", assignee_type = "team", assignee_id = "5001" });

        var record = (await simulator.ControlAsync(HttpMethod.Get, "/record")).At("0");

        record.Text("tags.0.name").ShouldBe("vip");
        record.Text("tags.0.admin_id").ShouldBe("9002");
        record.At("tags.0.applied_at_ms").GetInt64().ShouldBeGreaterThanOrEqualTo(record.At("parts.0.created_at_ms").GetInt64());
        record.Text("parts.1.assigned_to.id").ShouldBe("5001");
        record.Text("parts.1.assigned_to.type").ShouldBe("team");
    }

    [Fact]
    public async Task Record_SinceATime_LeavesOutConversationsThatDidNotChange()
    {
        await using var simulator = SimulatorHost.Start();
        await simulator.StartConversationAsync("old");
        var changing = await simulator.StartConversationAsync("changing");
        var last = await simulator.ControlAsync(HttpMethod.Get, "/record");
        var since = last.At("1.parts.0.created_at_ms").GetInt64() + 1;
        await Eventually.HoldsAsync(
            () => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() >= since,
            cancellationToken: TestContext.Current.CancellationToken);
        await simulator.WriteAsync(changing, "again");

        var record = await simulator.ControlAsync(HttpMethod.Get, $"/record?since={since}");

        record.EnumerateArray().Select(conversation => conversation.Text("id")).ShouldBe([changing]);
    }

    [Fact]
    public async Task Workspace_TenThousandMessages_AreWrittenFastReadAtOnceAndStayInBounds()
    {
        const int Conversations = 500;
        const int MessagesEach = 20;
        await using var simulator = SimulatorHost.Start();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, Conversations).Chunk(Conversations / 20).Select(async customers =>
        {
            foreach (var number in customers)
            {
                var contact = (await simulator.ControlAsync(HttpMethod.Post, "/contacts", new { name = $"Customer {number}" })).Text("id");
                var id = await simulator.StartConversationAsync("How long is a gift card valid?", contact);
                for (var message = 1; message < MessagesEach; message++)
                {
                    await simulator.WriteAsync(id, "And how do I turn on two-factor login for my whole team?", contact);
                }
            }
        }));
        var perSecond = Conversations * MessagesEach / clock.Elapsed.TotalSeconds;
        clock.Restart();
        var record = await simulator.ControlAsync(HttpMethod.Get, "/record");
        var read = clock.Elapsed;
        var parts = record.EnumerateArray().Sum(conversation => conversation.At("parts").GetArrayLength());
        record = default;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"{perSecond:0} messages/s, read in {read.TotalMilliseconds:0} ms, {memory / 1024 / 1024} MB");
        parts.ShouldBe(Conversations * MessagesEach);
        perSecond.ShouldBeGreaterThan(200);
        read.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        memory.ShouldBeLessThan(100 * 1024 * 1024);
    }
}
