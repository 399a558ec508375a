using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>Customers who have written at the same time, each in a conversation of their own.</summary>
internal sealed class Crowd(FaultyProduct product, IReadOnlyList<Customer> asking, IReadOnlyList<Customer> wantingAPerson)
{
    /// <summary>Longer than the longest chain of short waits: lost delivery, sweep, lease, back-offs.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Nothing that a fault held back comes later than this after the last part.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(7);

    private static readonly string[] Questions =
    [
        "Which tablets can I use as a kiosk at the entrance?",
        "How do I set up climbing waivers?",
        "How long is a gift card valid?",
        "How can members sync the classes with their Outlook calendar?",
    ];

    private static readonly string[] Wishes = ["Can I talk to a real person please?", "I was charged twice and want a refund."];

    public static async Task<Crowd> WriteAsync(FaultyProduct product)
    {
        var asking = await Task.WhenAll(Questions.Select(question => WriteAsync(product, question)));
        var wantingAPerson = await Task.WhenAll(Wishes.Select(wish => WriteAsync(product, wish)));
        return new Crowd(product, asking, wantingAPerson);
    }

    /// <summary>
    /// Waits until everybody has what they asked for and nothing more happens, and checks that each got it exactly once: a question one public
    /// reply or one complete handover, a wish for a person one complete handover.
    /// </summary>
    public async Task ShouldBeServedOnceAsync()
    {
        try
        {
            await Task.WhenAll(asking.Concat(wantingAPerson).Select(customer => customer.WaitAsync(
                conversation => Service.Of(conversation).IsComplete, "one reply, or one whole handover")));
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{product.Log}", late);
        }

        await QuietAsync();
        foreach (var customer in asking)
        {
            Service.Of(await customer.ConversationAsync()).ShouldBeExactlyOne();
        }

        foreach (var customer in wantingAPerson)
        {
            var service = Service.Of(await customer.ConversationAsync());
            service.ShouldBeExactlyOne();
            service.IsHandover.ShouldBeTrue(service.ToString());
        }
    }

    /// <summary>Waits until every webhook has gone out or was lost.</summary>
    public Task SentAsync() => Eventually.HoldsAsync(
        async () => await product.Workspace.WaitingWebhooksAsync() == 0, Deadline, TestContext.Current.CancellationToken);

    private async Task QuietAsync()
    {
        var seen = -1;
        var since = TimeProvider.System.GetTimestamp();
        await Eventually.HoldsAsync(
            async () =>
            {
                var parts = (await Task.WhenAll(asking.Concat(wantingAPerson).Select(one => one.ConversationAsync()))).Sum(one => one.Parts.Count);
                if (parts != seen)
                {
                    (seen, since) = (parts, TimeProvider.System.GetTimestamp());
                }

                return TimeProvider.System.GetElapsedTime(since) > Quiet;
            },
            Deadline,
            TestContext.Current.CancellationToken,
            "no conversation changes any more");
    }

    private static async Task<Customer> WriteAsync(FaultyProduct product, string text)
    {
        var customer = await product.CustomerAsync();
        await customer.SayAsync(text);
        return customer;
    }
}
