using System.Text.Encodings.Web;
using System.Text.Json;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Control;

/// <summary>
/// The API that drives the workspace from outside of Intercom's own: pages, tests, load. It asks for no token, because the
/// Simulator listens on the loopback address unless told otherwise and its workspace holds nothing real.
/// </summary>
public static class ControlApi
{
    public const string Prefix = "/simulator";

    public static IHostApplicationBuilder AddControlApi(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveEvents>();
        builder.Services.AddSingleton<IWorkspaceListener>(services => services.GetRequiredService<LiveEvents>());
        builder.Services.AddExceptionHandler<ControlProblems>();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.DictionaryKeyPolicy = null;
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        return builder;
    }

    public static void MapControlApi(this WebApplication app)
    {
        var api = app.MapGroup(Prefix).WithTags("Simulator");
        api.MapWorkspace();
        api.MapMessages();
        api.MapConversations();
        api.MapRecord();
        api.MapArticles();
        api.MapFaults();
        app.MapOpenApi();
    }
}
