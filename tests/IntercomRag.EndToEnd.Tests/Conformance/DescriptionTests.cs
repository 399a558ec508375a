namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Compares the traffic between the product and the Simulator with Intercom's description of its REST API.</summary>
[Collection(ConformanceCollection.Name)]
public sealed class DescriptionTests(PrismProxy prism, ITestOutputHelper output)
{
    [Fact]
    public async Task Flows_ThroughTheDescription_DifferNowhere()
    {
        ConformanceTools.SkipWithoutDescription();
        var cancellationToken = TestContext.Current.CancellationToken;
        var api = LocalPorts.NextAddress();
        await using var workspace = await SimulatedWorkspace.StartAsync(cancellationToken, webhooks: api);
        await using var check = await prism.CheckAsync(workspace.Address, cancellationToken);
        await using var assistant = await RunningAssistant.StartAsync(check.Address, cancellationToken, api);
        await assistant.WaitForSyncAsync(cancellationToken);
        foreach (var q in new[] { "invoice", "How do I download my invoices?", "I need help", "refund", "members", "How do I reset my password?", "I want to talk to a human", "je voudrais parler à quelqu'un" })
        {
            var contact = await workspace.AddContactAsync("Robin Test", "en", cancellationToken);
            var id = await workspace.WriteAsync(contact, q, cancellationToken);
            var c = await workspace.WaitAsync(id, one => one.Replies.Count > 0, cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            c = await workspace.WaitAsync(id, one => one.Replies.Count > 0, cancellationToken);
            output.WriteLine($"{q} -> {c} options {string.Join(",", c.Options.Select(o => o.Text))}");
        }

        foreach (var g in check.Exchanges.GroupBy(e => $"{e.Operation} {e.Status}"))
        {
            output.WriteLine($"{g.Key}: {g.Count()}, {g.Sum(e => e.Violations.Count)}");
        }

        output.WriteLine(assistant.WorkerOutput);
        check.Differences.ShouldBeEmpty();
    }
}
