using IntercomRag.AppHost.LocalHosting.Model;
using IntercomRag.AppHost.LocalHosting.Running;

namespace Aspire.Hosting;

/// <summary>An application model that can be run.</summary>
public sealed class DistributedApplication
{
    private readonly LocalApplicationBuilder _model;

    internal DistributedApplication(LocalApplicationBuilder model) => _model = model;

    /// <summary>Starts a model that reads its settings from <paramref name="args"/>, environment variables and user secrets.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new LocalApplicationBuilder(args);

    /// <summary>Runs all resources until Ctrl+C, or until one of them fails: then the exit code of this process is 1.</summary>
    public void Run() => Environment.ExitCode = LocalHost.RunAsync(_model).GetAwaiter().GetResult();
}
