namespace IntercomRag.Simulator.Hosting;

internal static class ServiceDefaults
{
    public static void AddServiceDefaults(this IHostApplicationBuilder builder) => builder.Services.AddHealthChecks();

    public static void MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new() { Predicate = _ => false });
    }
}
