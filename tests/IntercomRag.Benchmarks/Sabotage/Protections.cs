using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Sabotage;

/// <summary>How each protection is taken out.</summary>
internal static class Protections
{
    public static Action<IServiceCollection> Remover(string protection) => protection switch
    {
        "deduplication" => services => services.Replace<IInbox>(InboxNames.Conversations, ForgetfulInbox.Around),
        "lease" => services => services.Replace<IInbox>(InboxNames.Conversations, SharedLeases.Around),
        "plan" => services => services.Replace<IInbox>(InboxNames.Conversations, NoCheckpoints.Around),
        "last-look" => WithoutLastLook,
        "catch-up" => WithoutCatchUp,
        _ => throw new ArgumentException($"There is no protection '{protection}'.", nameof(protection)),
    };

    private static void WithoutLastLook(IServiceCollection services)
    {
        services.Replace<ILeaseHandler>(InboxNames.Conversations, OneTurn.Around);
        services.Replace<IIntercomWorkspace>(null, BlindWorkspace.Around);
    }

    private static void WithoutCatchUp(IServiceCollection services)
    {
        var dropped = services.Where(IsCatchUp).ToList();
        dropped.ForEach(service => services.Remove(service));
    }

    private static bool IsCatchUp(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && !service.IsKeyedService
        && service.ImplementationType?.Name.Contains("CatchUp", StringComparison.Ordinal) == true;
}
