namespace IntercomRag.AppHost.Tests.Running;

[Collection(nameof(SampleRun))]
public sealed class ReplicasTests
{
    [LinuxFact]
    public async Task Api_TwoReplicas_TakeTurnsBehindOnePort()
    {
        await using var run = SampleRun.Start("--Api:Replicas", "2");
        await run.ReadyAsync();

        var first = await run.DescribeAsync("api");
        var second = await run.DescribeAsync("api");

        first.Id.ShouldNotBe(second.Id);
        first.Variables["OTEL_RESOURCE_ATTRIBUTES"].ShouldNotBe(second.Variables["OTEL_RESOURCE_ATTRIBUTES"]);
        first.Variables["OTEL_SERVICE_NAME"].ShouldBe(second.Variables["OTEL_SERVICE_NAME"]);
        (await run.StopAsync()).ShouldBe(0);
        run.Children.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Api_StreamThroughTheSharedPort_ArrivesBeforeItEnds()
    {
        await using var run = SampleRun.Start("--Api:Replicas", "2");
        await run.ReadyAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        using var answer = await client.GetAsync(run.Api("/stream"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(SampleRun.Deadline, TestContext.Current.CancellationToken);
        line.ShouldNotBeNull().ShouldStartWith("data: ");
    }
}
