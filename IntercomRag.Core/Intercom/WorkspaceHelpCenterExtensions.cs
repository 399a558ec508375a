using IntercomRag.Core.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Intercom;

public static class WorkspaceHelpCenterExtensions
{
    /// <summary>Adds the workspace's articles as <see cref="IHelpCenter"/>. Needs <see cref="IntercomClientExtensions.AddIntercomClient"/>.</summary>
    public static IHostApplicationBuilder AddHelpCenter(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuthorNames>();
        builder.Services.AddSingleton<IHelpCenter, WorkspaceHelpCenter>();
        return builder;
    }
}
