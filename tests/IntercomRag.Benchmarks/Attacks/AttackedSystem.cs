using IntercomRag.Benchmarks.Stub;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Storage.Sqlite;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Replay;
using IntercomRag.ModelStub.Behaviours;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>
/// The production turn over an index of its own, with the production client of a model. One turn at a time, so that
/// every request to the model is known to be the turn's.
/// </summary>
internal sealed class AttackedSystem : IAsyncDisposable
{
    private const string Workspace = "attacks";

    private readonly DirectoryInfo _folder;
    private readonly StubServer _stub;
    private readonly IHost _host;

    private AttackedSystem(DirectoryInfo folder, StubServer stub, IHost host)
    {
        _folder = folder;
        _stub = stub;
        _host = host;
    }

    public PolicySet Policies => _host.Services.GetRequiredService<PolicySet>();

    public static async Task<AttackedSystem> StartAsync(ArticleSource articles, BehaviourKind model, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("intercomrag-attacks-");
        var stub = await StubServer.StartAsync(model, Canary.ApiKey, TimeSpan.Zero, cancellationToken);
        var system = new AttackedSystem(folder, stub, Build(articles, stub.Endpoint, folder.FullName));
        await system._host.Services.GetRequiredService<ISyncStore>().PrepareAsync(cancellationToken);
        await system._host.Services.GetRequiredService<KnowledgeSync>().RunFullAsync(cancellationToken);
        return system;
    }

    public async Task<AttackResult> RunAsync(AttackCase attack, CancellationToken cancellationToken)
    {
        var services = _host.Services;
        var workspace = services.GetRequiredService<WatchedWorkspace>();
        workspace.Open(attack);
        _stub.Take();
        var outcome = await services.GetRequiredService<TurnPipeline>()
            .RunAsync(new TurnRequest(new SubjectKey(Workspace, attack.Id), Attempt: 1, new MemoryJournal()), cancellationToken);
        return new AttackResult(attack, outcome, workspace.Writes, [.. _stub.Take().Select(request => new ModelRequest(request.Prompt, StubServer.TextOf(request)))]);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        await _stub.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "knowledge.db")}"));
        _folder.Delete(recursive: true);
    }

    private static IHost Build(ArticleSource articles, string endpoint, string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{SqliteIndexOptions.ConnectionName}"] = $"Endpoint={new Uri(Path.Combine(folder, "knowledge.db")).AbsoluteUri};Key=",
            [$"{PolicyOptions.Section}:{nameof(PolicyOptions.Path)}"] = MarkedPolicies.Write(Path.Combine(folder, "policies")),
            [$"{ModelOptions.Section}:{nameof(ModelOptions.Endpoint)}"] = endpoint,
            [$"{ModelOptions.Section}:{nameof(ModelOptions.Name)}"] = "stub",
            [$"{ModelOptions.Section}:{nameof(ModelOptions.ApiKey)}"] = Canary.ApiKey,
        });
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new ReplayClock());
        builder.AddKnowledgeSync();
        builder.AddModel();
        builder.AddTurns();
        services.AddSingleton<IHelpCenter>(new ReplayHelpCenter(articles));
        services.AddSingleton<WatchedWorkspace>();
        services.AddSingleton<IIntercomWorkspace>(provider => provider.GetRequiredService<WatchedWorkspace>());
        services.AddSingleton<IConversationStateStore, ReplayStateStore>();
        services.AddSingleton(new AssistantIdentity(ReplayConversation.AssistantId));
        return builder.Build();
    }
}
