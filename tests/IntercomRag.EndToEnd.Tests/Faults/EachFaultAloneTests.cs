namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>Six customers write while one thing goes wrong. Whatever it is, each is served exactly once.</summary>
[Collection(nameof(FaultsCollection))]
public sealed class EachFaultAloneTests(FaultyProduct product) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await product.Workspace.SetFaultsAsync("{}");

    [Theory]
    [InlineData("twice", """{"seed":1,"webhooks":{"duplicate_probability":1,"shuffle_window_ms":1500}}""")]
    [InlineData("late", """{"seed":1,"webhooks":{"delay_probability":1,"delay_min_ms":500,"delay_max_ms":3000}}""")]
    [InlineData("out of order", """{"seed":1,"webhooks":{"shuffle_probability":1,"shuffle_window_ms":2000}}""")]
    [InlineData("first delivery lost", """{"seed":1,"webhooks":{"drop_first_probability":1}}""")]
    public async Task Webhooks_WithOneFaultAllTheTime_EverybodyIsServedOnce(string fault, string settings)
    {
        await product.Workspace.SetFaultsAsync(settings);

        var crowd = await product.AskAsync();

        await crowd.ShouldBeServedOnceAsync();
        (await HitsAsync("webhook_faults")).ShouldBeGreaterThanOrEqualTo(6, fault);
    }

    [Theory]
    [InlineData("lost for good", """{"webhooks":{"drop_probability":1}}""")]
    [InlineData("subscription suspended", """{"webhooks":{"suspended":true}}""")]
    public async Task Webhooks_ThatNeverCome_EverybodyIsServedOnceByTheSweep(string fault, string settings)
    {
        await product.Workspace.SetFaultsAsync(settings);

        var crowd = await product.AskAsync();
        await crowd.SentAsync();
        await product.Workspace.SetFaultsAsync("{}");

        TestContext.Current.TestOutputHelper?.WriteLine(fault);
        await crowd.ShouldBeServedOnceAsync();
    }

    [Theory]
    [InlineData("429", """{"rest":{"too_many_requests_probability":1,"max_faults":12}}""")]
    [InlineData("500 before", """{"rest":{"server_error_before_probability":1,"server_error_status":500,"max_faults":12}}""")]
    [InlineData("503 before", """{"rest":{"server_error_before_probability":1,"server_error_status":503,"max_faults":12}}""")]
    [InlineData("504 after", """{"rest":{"server_error_after_probability":1,"server_error_status":504,"max_faults":12,"path_contains":"/conversations/2"}}""")]
    [InlineData("502 after writes", """{"rest":{"server_error_after_probability":1,"server_error_status":502,"max_faults":8,"method":"POST","path_contains":"/conversations/2"}}""")]
    [InlineData("time-out before", """{"rest":{"timeout_before_probability":1,"max_faults":8}}""")]
    [InlineData("time-out before writes", """{"rest":{"timeout_before_probability":1,"max_faults":8,"method":"POST","path_contains":"/conversations/2"}}""")]
    [InlineData("time-out after writes", """{"rest":{"timeout_after_probability":1,"max_faults":8,"method":"POST","path_contains":"/conversations/2"}}""")]
    [InlineData("reset before", """{"rest":{"reset_before_probability":1,"max_faults":12}}""")]
    [InlineData("reset after writes", """{"rest":{"reset_after_probability":1,"max_faults":8,"method":"POST","path_contains":"/conversations/2"}}""")]
    [InlineData("slow before", """{"rest":{"slow_before_probability":1,"slow_min_ms":500,"slow_max_ms":800}}""")]
    [InlineData("slow after", """{"rest":{"slow_after_probability":1,"slow_min_ms":500,"slow_max_ms":800}}""")]
    [InlineData("writes later than the caller waits", """{"rest":{"slow_before_probability":1,"slow_min_ms":1500,"slow_max_ms":2500,"max_faults":8,"method":"POST","path_contains":"/conversations/2"}}""")]
    [InlineData("half answers", """{"rest":{"half_answer_probability":1,"max_faults":12,"path_contains":"/conversations/2"}}""")]
    [InlineData("broken JSON", """{"rest":{"broken_json_probability":1,"max_faults":12,"path_contains":"/conversations/2"}}""")]
    [InlineData("storm, reset time", """{"storm":{"duration_ms":4000,"headers":"reset"}}""")]
    [InlineData("storm, Retry-After", """{"storm":{"duration_ms":4000,"headers":"retry_after"}}""")]
    [InlineData("storm, no word of its end", """{"storm":{"duration_ms":4000,"headers":"none"}}""")]
    public async Task Rest_WithOneFault_EverybodyIsServedOnce(string fault, string settings)
    {
        await product.Workspace.SetFaultsAsync(settings);

        var crowd = await product.AskAsync();

        await crowd.ShouldBeServedOnceAsync();
        (await HitsAsync("rest_faults")).ShouldBePositive($"{fault} has to happen");
    }

    private async Task<int> HitsAsync(string kind) => (await product.Workspace.GetAsync("faults/state")).GetProperty(kind).GetInt32();
}
