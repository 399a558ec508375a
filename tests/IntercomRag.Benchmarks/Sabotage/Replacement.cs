using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.Sabotage;

internal static class Replacement
{
    /// <summary>Puts something around the service that is registered; does nothing in a process that has none.</summary>
    /// <param name="key">Null for a service without a key.</param>
    public static void Replace<T>(this IServiceCollection services, string? key, Func<T, T> around)
        where T : class
    {
        if (services.LastOrDefault(one => one.ServiceType == typeof(T) && Equals(one.ServiceKey, key)) is not { } registered)
        {
            return;
        }

        services.Remove(registered);
        services.Add(new ServiceDescriptor(typeof(T), key, (provider, _) => around((T)Create(registered, provider)), registered.Lifetime));
    }

    private static object Create(ServiceDescriptor service, IServiceProvider provider) =>
        service.IsKeyedService
            ? service.KeyedImplementationInstance
                ?? service.KeyedImplementationFactory?.Invoke(provider, service.ServiceKey)
                ?? ActivatorUtilities.CreateInstance(provider, service.KeyedImplementationType!)
            : service.ImplementationInstance
                ?? service.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);
}
