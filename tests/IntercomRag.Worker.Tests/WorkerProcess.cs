using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Testing;
using IntercomRag.Testing.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Worker.Tests;

/// <summary>A host with the worker's services, as one of several on the same index file.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly IHost _host;

    public WorkerProcess(string indexPath, IHelpCenter helpCenter, FakeTimeProvider time, FakeEmbeddings? model = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["ConnectionStrings:vectors"] = $"Endpoint=file://{indexPath};Key=";
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(helpCenter);
        if (model is not null)
        {
            builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(model);
        }

        builder.Logging.ClearProviders();
        builder.AddKnowledgeWorker();
        _host = builder.Build();
    }

    public IServiceProvider Services => _host.Services;

    public Task StartAsync() => _host.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async Task<int> IndexedAsync() =>
        (await _host.Services.GetRequiredService<IKnowledgeIndex>().ReadHashesAsync(TestContext.Current.CancellationToken)).Count;

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
