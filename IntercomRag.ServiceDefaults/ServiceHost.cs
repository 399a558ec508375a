using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntercomRag.ServiceDefaults;

public static class ServiceHost
{
    /// <summary>
    /// Runs the service until it is stopped. What the person who starts it can put right, wrong settings and a taken port, is said
    /// in a sentence on standard error instead of a stack trace.
    /// </summary>
    /// <returns>The process's exit code: 0 after a normal stop, 1 when the service could not start.</returns>
    public static async Task<int> RunToExitCodeAsync(this WebApplication app)
    {
        try
        {
            // The host would validate too, but only after logging the failure with its stack.
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            return await FailAsync(exception.Failures);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await FailAsync(exception.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return await FailAsync([$"{exception.Message} Stop what listens there, or set another address in ASPNETCORE_URLS."]);
        }
    }

    private static async Task<int> FailAsync(IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            await Console.Error.WriteLineAsync(reason);
        }

        return 1;
    }
}
