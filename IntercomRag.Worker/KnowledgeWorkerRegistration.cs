using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Worker;

public static class KnowledgeWorkerRegistration
{
    /// <summary>Adds the sync on its schedule, the embedding of what it brings where a model is registered, and the handler of article webhooks for the inbox processor of <see cref="InboxNames.Articles"/>.</summary>
    public static IHostApplicationBuilder AddKnowledgeWorker(this IHostApplicationBuilder builder)
    {
        builder.AddKnowledgeSync();
        builder.AddEmbeddingSync();
        builder.Services.AddHostedService<KnowledgeSyncService>();
        builder.Services.AddHostedService<EmbeddingSyncService>();
        builder.Services.AddKeyedSingleton<ILeaseHandler, ArticleChangeHandler>(InboxNames.Articles);
        return builder;
    }
}
