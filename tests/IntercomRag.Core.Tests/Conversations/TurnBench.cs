using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Core.Tests.Storage.Sqlite;
using IntercomRag.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Tests.Conversations;

/// <summary>Whole turns, as the API registers them, over a real index and an Intercom in memory.</summary>
public sealed class TurnBench : IDisposable
{
    private static readonly string[] Articles =
    [
        "Télécharger vos factures|<p>Ouvrez Réglages, puis Facturation, puis Factures. Chaque facture se télécharge en PDF.</p>",
        "Listes d'attente|<p>Quand un cours est complet, les adhérents rejoignent la liste d'attente.</p>",
        "Exporter les données|<p>L'export crée un fichier CSV de tous les adhérents.</p>",
    ];

    private readonly TemporaryIndex _index = new();

    private TurnBench()
    {
    }

    /// <summary>Two minutes after the customer's first message.</summary>
    public FakeTimeProvider Time { get; } = new(ConversationBuilder.Start.AddMinutes(2));

    public MemoryStateStore Memories { get; } = new();

    public ITurnJournal Journal { get; set; } = new MemoryJournal();

    public IKnowledgeIndex Index { get; set; } = null!;

    public PolicySet Policies { get; set; } = ShippedPolicies.Set;

    /// <summary>Null for none, as a host without settings has it.</summary>
    public IModel? Model { get; set; }

    /// <summary>Writes text into the spans.</summary>
    public bool CaptureText { get; set; }

    public static async Task<TurnBench> CreateAsync()
    {
        var bench = new TurnBench();
        bench.Index = bench._index.Index;
        for (var i = 0; i < Articles.Length; i++)
        {
            var parts = Articles[i].Split('|');
            var url = new Uri($"https://help.example/fr/articles/{i + 1}");
            var content = new LocalizedContent("fr", parts[0], null, parts[1], ArticleState.Published, url, null, null, null);
            var article = new SourceArticle($"{i + 1}", [], Audience.Everyone, [content]);
            await bench.Index.ReplaceAsync(IndexEntry.Build(article, content, new CollectionTree([])), TestContext.Current.CancellationToken);
        }

        return bench;
    }

    /// <summary>One lease: what an earlier one stored in <see cref="Journal"/> is resumed.</summary>
    public async Task<TurnOutcome> RunAsync(IIntercomWorkspace workspace, int attempt = 1)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(Time);
        if (Model is not null)
        {
            builder.Services.AddSingleton(Model);
        }

        builder.AddTurns();
        builder.Services.Configure<TelemetryOptions>(telemetry => telemetry.CaptureText = CaptureText);
        builder.Services.AddSingleton(Policies);
        builder.Services.AddSingleton(workspace);
        builder.Services.AddSingleton<IConversationStateStore>(Memories);
        builder.Services.AddSingleton(Index);
        builder.Services.AddSingleton(new AssistantIdentity(ConversationBuilder.BotAdminId));
        using var host = builder.Build();
        return await host.Services.GetRequiredService<TurnPipeline>()
            .RunAsync(new TurnRequest(ConversationBuilder.Subject, attempt, Journal), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _index.Dispose();
}
