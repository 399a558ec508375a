using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests;

public sealed class ConcurrencyTests
{
    private const int Customers = 40;
    private const int MessagesEach = 10;

    [Fact]
    public async Task Customers_WritingAtOnceWhileTheAssistantAnswers_LoseNoPartAndNoWebhook()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = SimulatorHost.Start(receiver.AsTarget, ("Simulator:RateLimit", "1000000"));

        var conversations = await Task.WhenAll(Enumerable.Range(0, Customers).Select(async customer =>
        {
            var contact = await simulator.ControlAsync(HttpMethod.Post, "/contacts", new { name = $"Customer {customer}" });
            var id = await simulator.StartConversationAsync("0", contact.Text("id"));
            await Task.WhenAll(
                WriteAllAsync(simulator, id, contact.Text("id")),
                Task.WhenAll(Enumerable.Range(0, MessagesEach).Select(_ => simulator.ReplyAsAssistantAsync(id, "ok"))));
            return id;
        }));
        await receiver.WaitForAsync("conversation.user.replied", Customers * (MessagesEach - 1));
        await receiver.WaitForAsync("conversation.admin.replied", Customers * MessagesEach);
        var record = await simulator.ControlAsync(HttpMethod.Get, "/record");

        conversations.Distinct().Count().ShouldBe(Customers);
        var parts = record.EnumerateArray().SelectMany(conversation => conversation.At("parts").EnumerateArray()).ToList();
        parts.Select(part => part.Text("id")).Distinct().Count().ShouldBe(Customers * MessagesEach * 2);
        foreach (var conversation in record.EnumerateArray())
        {
            var own = conversation.At("parts").EnumerateArray().ToList();
            own.Where(part => part.Text("author_type") == "user").Select(part => part.Text("text"))
                .ShouldBe(Enumerable.Range(0, MessagesEach).Select(number => $"{number}"));
            own.Select(part => long.Parse(part.Text("id"), System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();
        }

        receiver.Of("conversation.user.replied").Select(webhook => webhook.Id).Distinct().Count().ShouldBe(Customers * (MessagesEach - 1));
    }

    private static async Task WriteAllAsync(SimulatorHost simulator, string conversationId, string contactId)
    {
        for (var number = 1; number < MessagesEach; number++)
        {
            await simulator.WriteAsync(conversationId, $"{number}", contactId);
        }
    }
}
