using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Storage.Sqlite;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Eval.Replay;

/// <summary>
/// Replays the last turn of recorded conversations through the production pipeline: the same registrations as the API and the worker, over an
/// index in a temporary folder, an Intercom in memory and a clock that stands still.
/// </summary>
public sealed class Replayer : IAsyncDisposable
{
    private const string Workspace = "eval";

    private readonly ReplayOptions _options;
    private readonly IHost _host;
    private readonly DirectoryInfo _folder;
    private readonly SpanCollector _collector = new();

    private Replayer(ReplayOptions options, IHost host, DirectoryInfo folder)
    {
        _options = options;
        _host = host;
        _folder = folder;
    }

    /// <summary>Articles in the index, each language counted.</summary>
    public int ArticleCount { get; private set; }

    /// <exception cref="EvalException">Policies or articles cannot be used.</exception>
    public static async Task<Replayer> CreateAsync(ArticleSource articles, ReplayOptions options, TraceWarnings warnings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("intercomrag-eval-");
        var replayer = new Replayer(options, Build(articles, options, folder.FullName), folder);
        try
        {
            await replayer.FillIndexAsync(warnings, cancellationToken);
            return replayer;
        }
        catch (Exception exception)
        {
            await replayer.DisposeAsync();
            throw exception is PolicyException ? new EvalException(exception.Message, exception) : exception;
        }
    }

    /// <summary>Turns in the order of the records.</summary>
    /// <param name="done">Called after each turn.</param>
    public async Task<IReadOnlyList<ReplayedTurn>> RunAsync(
        IReadOnlyList<RecordedConversation> records, Action done, TraceWarnings warnings, CancellationToken cancellationToken)
    {
        var turns = new (ReplayedTurn? Turn, TraceWarnings Warnings, Exception? Failure)[records.Count];
        await Parallel.ForAsync(
            0,
            records.Count,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                turns[i] = await RunAsync(records[i], token);
                done();
            });

        var replayed = new List<ReplayedTurn>();
        foreach (var (record, (turn, own, failure)) in records.Zip(turns))
        {
            foreach (var (kind, _, first) in own.All)
            {
                warnings.Add(kind, $"{record.Origin}: {first}");
            }

            if (failure is not null)
            {
                warnings.Add("turn_failed", $"{record.Origin}: \"{record.Id}\": {failure.GetType().Name}: {failure.Message}");
            }

            foreach (var question in turn is null ? [] : FailedQuestions.Of(turn.Trace))
            {
                warnings.Add(question.Kind, $"{record.Origin}: \"{record.Id}\": {question.Text}");
            }

            replayed.Add(turn ?? throw new EvalException($"{record.Origin}: \"{record.Id}\" left no trace. {failure?.Message}", failure));
        }

        return replayed;
    }

    public async ValueTask DisposeAsync()
    {
        _collector.Dispose();
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<(ReplayedTurn? Turn, TraceWarnings Warnings, Exception? Failure)> RunAsync(RecordedConversation record, CancellationToken cancellationToken)
    {
        var services = _host.Services;
        var workspace = services.GetRequiredService<ReplayWorkspace>();
        var memories = services.GetRequiredService<ReplayStateStore>();
        var subject = new SubjectKey(Workspace, record.Id);
        workspace.Open(record);
        await memories.SaveAsync(subject, services.GetRequiredService<ReplayMemory>().Before(record), cancellationToken);

        var pipeline = services.GetRequiredService<TurnPipeline>();
        var (spans, failure) = await _collector.CollectAsync(
            () => pipeline.RunAsync(new TurnRequest(subject, Attempt: 1, new MemoryJournal()), cancellationToken));

        workspace.Forget(record);
        memories.Forget(subject);
        var warnings = new TraceWarnings();
        var turn = TraceReader.Read(spans, warnings) is [.., var trace] ? new ReplayedTurn(record, trace) : null;
        return (turn, warnings, failure);
    }

    private async Task FillIndexAsync(TraceWarnings warnings, CancellationToken cancellationToken)
    {
        await _host.Services.GetRequiredService<ISyncStore>().PrepareAsync(cancellationToken);
        var report = await _host.Services.GetRequiredService<KnowledgeSync>().RunFullAsync(cancellationToken);
        foreach (var error in report.Errors)
        {
            warnings.Add("article_unreadable", $"{error.Subject}: {error.Message}");
        }

        foreach (var (reason, count) in report.Skipped.Where(skipped => skipped.Key == SkipReason.Empty && skipped.Value > 0))
        {
            warnings.Add("article_empty", $"{count} articles are published without any text ({CodeName.Of(reason)}) and are not indexed");
        }

        ArticleCount = report.Synced;
        await EmbedAsync(warnings, cancellationToken);
        _ = _host.Services.GetRequiredService<PolicySet>();
    }

    private async Task EmbedAsync(TraceWarnings warnings, CancellationToken cancellationToken)
    {
        if (_options.Model?.Embeddings is not null
            && await _host.Services.GetRequiredService<EmbeddingSync>().RunAsync(cancellationToken) is { IsLive: false } round)
        {
            warnings.Add("articles_not_embedded", $"articles are found by words alone: {round.Problem ?? $"{round.Pending} passages have no vector"}");
        }
    }

    private static IHost Build(ArticleSource articles, ReplayOptions options, string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{SqliteIndexOptions.ConnectionName}"] = $"Endpoint={new Uri(Path.Combine(folder, "knowledge.db")).AbsoluteUri};Key=",
            [$"{PolicyOptions.Section}:{nameof(PolicyOptions.Path)}"] = options.PolicyFolder ?? new PolicyOptions().Path,
            [$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.CaptureText)}"] = "true",
        });
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new ReplayClock());
        if (options.Model is { } model)
        {
            services.AddSingleton(model.Model);
            if (model.Embeddings is { } embeddings)
            {
                services.AddSingleton(embeddings);
                builder.AddEmbeddingSync();
            }
        }

        builder.AddKnowledgeSync();
        builder.AddTurns();
        services.AddSingleton<IHelpCenter>(new ReplayHelpCenter(articles));
        services.AddSingleton<ReplayWorkspace>();
        services.AddSingleton<IIntercomWorkspace>(provider => provider.GetRequiredService<ReplayWorkspace>());
        services.AddSingleton<ReplayStateStore>();
        services.AddSingleton<IConversationStateStore>(provider => provider.GetRequiredService<ReplayStateStore>());
        services.AddSingleton<ReplayMemory>();
        services.AddSingleton(new AssistantIdentity(ReplayConversation.AssistantId));
        return builder.Build();
    }
}
