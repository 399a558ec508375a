using System.Text.Json;

namespace IntercomRag.ModelStub.Protocol;

/// <summary>The part of OpenAI's API that the stub speaks.</summary>
public static class ProtocolApi
{
    public static IHostApplicationBuilder AddProtocol(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Gate>();
        builder.Services.AddSingleton<ChatApi>();
        builder.Services.AddSingleton<EmbeddingsApi>();
        return builder;
    }

    public static void MapProtocol(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/chat/completions", (JsonElement body, ChatApi api, HttpContext context) => WhenObject(body, () => api.AnswerAsync(body, context)));
        app.MapPost("/v1/embeddings", (JsonElement body, EmbeddingsApi api, HttpContext context) => WhenObject(body, () => api.EmbedAsync(body, context)));
        app.MapGet("/v1/models", () => TypedResults.Ok(new
        {
            @object = "list",
            data = new[] { Model("stub"), Model("stub-embeddings") },
        }));
    }

    private static async Task<IResult> WhenObject(JsonElement body, Func<Task<IResult>> answer) =>
        body.ValueKind == JsonValueKind.Object ? await answer() : OpenAiProblem.Refused("body", "The body must be a JSON object.");

    private static object Model(string id) => new { id, @object = "model", created = 0, owned_by = "intercomrag" };
}
