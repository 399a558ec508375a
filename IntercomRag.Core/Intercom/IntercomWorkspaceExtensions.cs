using IntercomRag.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom;

public static class IntercomWorkspaceExtensions
{
    /// <summary>Lets turns talk to Intercom over REST. Needs the client and the cache.</summary>
    public static IHostApplicationBuilder AddIntercomWorkspace(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider =>
            new AssistantIdentity(provider.GetRequiredService<IOptions<IntercomOptions>>().Value.BotAdminId));
        builder.Services.AddSingleton<IIntercomWorkspace, IntercomWorkspace>();
        return builder;
    }
}
