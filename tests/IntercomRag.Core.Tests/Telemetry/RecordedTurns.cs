using System.Diagnostics;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Core.Tests.Conversations;

namespace IntercomRag.Core.Tests.Telemetry;

/// <summary>Runs turns of a bench and keeps their spans.</summary>
internal sealed class RecordedTurns : IDisposable
{
    private readonly AsyncLocal<List<Activity>?> _own = new();
    private readonly ActivityListener _listener;
    private readonly TurnBench _bench;
    private List<Activity> _spans = [];

    private RecordedTurns(TurnBench bench)
    {
        _bench = bench;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TurnTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _own.Value?.Add(span),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public PolicySet Policies
    {
        set => _bench.Policies = value;
    }

    public TurnTrace Turn => TraceReader.Read(_spans, new TraceWarnings()).ShouldHaveSingleItem();

    public static async Task<RecordedTurns> CreateAsync(IModel model)
    {
        var bench = await TurnBench.CreateAsync();
        bench.Model = model;
        return new RecordedTurns(bench);
    }

    /// <summary>Of whichever span has it.</summary>
    public object? Tag(string name) => _spans.Select(span => span.GetTagItem(name)).FirstOrDefault(value => value is not null);

    public async Task<FakeWorkspace> RunAsync(string question)
    {
        _own.Value = _spans = [];
        Activity.Current = null;
        _bench.Memories.Memory = ConversationMemory.Empty;
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer(question).Build());
        await _bench.RunAsync(workspace);
        return workspace;
    }

    /// <summary>The one public reply, as HTML.</summary>
    public async Task<string> ReplyAsync(string question) => (await RunAsync(question)).Writes.Where(write => write.StartsWith("reply: ", StringComparison.Ordinal)).ShouldHaveSingleItem();

    /// <summary>The one note, as HTML.</summary>
    public async Task<string> NoteAsync(string question) => (await RunAsync(question)).Writes.Where(write => write.StartsWith("note: ", StringComparison.Ordinal)).ShouldHaveSingleItem();

    public void Dispose()
    {
        _listener.Dispose();
        _bench.Dispose();
    }
}
