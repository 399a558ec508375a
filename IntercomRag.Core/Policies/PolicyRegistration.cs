using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Policies;

public static class PolicyRegistration
{
    /// <summary>Reads the policy folder when the host starts; a wrong file stops the start with a sentence that says where.</summary>
    public static IHostApplicationBuilder AddPolicies(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PolicyOptions>().BindConfiguration(PolicyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(provider => PolicyReader.Read(provider.GetRequiredService<IOptions<PolicyOptions>>().Value.Path));
        builder.Services.AddHostedService<PolicyStartup>();
        return builder;
    }

    // Singletons are made, and the classifier is trained, when first asked for, which would be the first customer's turn.
    private sealed class PolicyStartup(PolicySet policies) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(policies.Intents.Value);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
