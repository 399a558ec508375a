using System.Diagnostics;
using System.Diagnostics.Metrics;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Budget;
using IntercomRag.Core.Models.Resilience;
using IntercomRag.Core.Models.Telemetry;
using IntercomRag.Core.Telemetry;
using IntercomRag.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Models.Telemetry;

public sealed class TracedChatClientTests : IDisposable
{
    private static readonly Uri s_endpoint = new("https://models.example:8443/v1");

    private readonly AsyncLocal<List<Activity>?> _own = new();
    private readonly ActivityListener _listener;
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedChatClient _server;

    public TracedChatClientTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TurnTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _own.Value?.Add(span),
        };
        ActivitySource.AddActivityListener(_listener);
        _own.Value = [];
        _server = new ScriptedChatClient((_, _) =>
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, """{"intent":"faq_question","signals":["Ada"],"mood":"calm"}"""))
            {
                ResponseId = "c1",
                ModelId = "small-2026",
                FinishReason = ChatFinishReason.Stop,
                Usage = new UsageDetails { InputTokenCount = 12, OutputTokenCount = 3 },
                AdditionalProperties = new() { [WatchedStreamChatClient.TimeToFirstChunk] = 0.5 },
            });
        });
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task GetResponse_Answered_IsASpanByTheConventions()
    {
        await AskAsync(_server);

        var span = _own.Value!.ShouldHaveSingleItem();
        span.DisplayName.ShouldBe("chat small");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value is string[] list ? string.Join(',', list) : tag.Value).ShouldBe(
            new Dictionary<string, object?>
            {
                ["gen_ai.operation.name"] = "chat",
                ["gen_ai.provider.name"] = "openai",
                ["gen_ai.request.model"] = "small",
                ["server.address"] = "models.example",
                ["server.port"] = 8443,
                ["gen_ai.request.temperature"] = 0.1f,
                ["gen_ai.request.max_tokens"] = 100,
                ["gen_ai.output.type"] = "json",
                ["gen_ai.conversation.id"] = "215",
                ["intercomrag.prompt.name"] = "intent",
                ["intercomrag.prompt.version"] = "3f9a1c2b7d4e",
                ["gen_ai.response.model"] = "small-2026",
                ["gen_ai.usage.input_tokens"] = 12L,
                ["gen_ai.usage.output_tokens"] = 3L,
                ["gen_ai.response.id"] = "c1",
                ["gen_ai.response.finish_reasons"] = "stop",
                ["gen_ai.request.stream"] = true,
                ["gen_ai.response.time_to_first_chunk"] = 0.5,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task GetResponse_Failed_IsASpanWithItsReason()
    {
        await Should.ThrowAsync<ModelException>(() => AskAsync(new ScriptedChatClient((_, _) => throw new ModelException(ModelFailure.RateLimited, "wait"))));

        var span = _own.Value!.ShouldHaveSingleItem();
        span.GetTagItem("error.type").ShouldBe("rate_limited");
        span.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Theory]
    [InlineData(20, "too_slow")]
    [InlineData(19, "System.OperationCanceledException")]
    public async Task GetResponse_Cancelled_SaysWhetherTheTimeOfTheTurnIsOver(int seconds, string error)
    {
        var question = Questions.Ask() with { Turn = new TurnAllowance(_time, TimeSpan.FromSeconds(20)) };
        _time.Advance(TimeSpan.FromSeconds(seconds));

        await Should.ThrowAsync<OperationCanceledException>(() => AskAsync(
            new ScriptedChatClient((_, _) => throw new OperationCanceledException()), question: question));

        _own.Value!.ShouldHaveSingleItem().GetTagItem("error.type").ShouldBe(error);
    }

    [Fact]
    public async Task GetResponse_Unreadable_IsSaidInTheSpan()
    {
        await AskAsync(new ScriptedChatClient("I would rather not."));

        _own.Value!.ShouldHaveSingleItem().GetTagItem("error.type").ShouldBe("unreadable");
    }

    [Fact]
    public async Task GetResponse_TextCaptured_IsWithoutTheNames()
    {
        await AskAsync(_server, capture: true, Questions.Ask() with { People = ["Ada Byron"] });

        var span = _own.Value!.ShouldHaveSingleItem();
        span.GetTagItem("gen_ai.input.messages").ShouldBe("""[{"role":"user","parts":[{"type":"text","content":"Where is [name]'s invoice?"}]}]""");
        span.GetTagItem("gen_ai.output.messages").ShouldBeOfType<string>().ShouldContain("[name]");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task GetResponse_CaptureOffOrNamesUnknown_HasNoText(bool capture, bool named)
    {
        await AskAsync(_server, capture, Questions.Ask() with { People = named ? ["Ada"] : null });

        string.Join('\n', _own.Value!.Single().TagObjects.Select(tag => $"{tag.Key} {tag.Value}")).ShouldNotContain("invoice");
    }

    [Fact]
    public async Task GetResponse_Answered_IsMeasuredInTheAdvisedBuckets()
    {
        var measured = new List<(string Instrument, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                // By name: the fields are not set yet when this listener is told while their class is being initialized.
                if (instrument.Name is "gen_ai.client.operation.duration" or "gen_ai.client.token.usage")
                {
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (_own.Value is not null)
            {
                measured.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
            }
        }

        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        await AskAsync(_server);

        const string Common =
            "gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=small server.address=models.example server.port=8443 gen_ai.response.model=small-2026";
        measured.ShouldBe([
            ("gen_ai.client.token.usage", 12, Common + " gen_ai.token.type=input"),
            ("gen_ai.client.token.usage", 3, Common + " gen_ai.token.type=output"),
            ("gen_ai.client.operation.duration", 2, Common),
        ]);
        ModelMetrics.Duration.Advice!.HistogramBucketBoundaries!.Count.ShouldBe(14);
        ModelMetrics.Tokens.Advice!.HistogramBucketBoundaries![^1].ShouldBe(67_108_864);
    }

    private Task<ChatResponse> AskAsync(IChatClient server, bool capture = false, ModelQuestion? question = null) =>
        new TracedChatClient(server, s_endpoint, new CapturedText(Options.Create(new TelemetryOptions { CaptureText = capture })), _time)
            .GetResponseAsync(Questions.Messages, Questions.Options(question), TestContext.Current.CancellationToken);
}
