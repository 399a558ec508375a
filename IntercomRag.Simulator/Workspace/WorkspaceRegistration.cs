using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.Seeding;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntercomRag.Simulator.Workspace;

public static partial class WorkspaceRegistration
{
    public static IHostApplicationBuilder AddWorkspace(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SimulatorOptions>()
            .BindConfiguration(SimulatorOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IdSource>();
        builder.Services.AddSingleton<ArticlesFileReader>();
        builder.Services.AddSingleton<WorkspaceLoader>();
        builder.Services.AddSingleton<WorkspaceStore>();
        builder.Services.AddHostedService<SnoozeClock>();
        return builder;
    }

    /// <summary>Loads the workspace before the first request. False: it cannot be loaded, and the log says why.</summary>
    public static bool TryLoadWorkspace(this WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<WorkspaceStore>();
            return true;
        }
        catch (WorkspaceFileException broken)
        {
            WorkspaceUnusable(app.Logger, broken.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The Simulator cannot start. {Reason}")]
    private static partial void WorkspaceUnusable(ILogger logger, string reason);
}
