using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.ModelStub.Behaviours;

/// <summary>Control: how the stub behaves from now on.</summary>
public static class BehaviourApi
{
    public static IHostApplicationBuilder AddBehaviours(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StubOptions>().BindConfiguration(StubOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<BehaviourBoard>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        return builder;
    }

    public static void MapBehaviours(this IEndpointRouteBuilder app)
    {
        app.MapGet("/stub/behaviour", (BehaviourBoard board) => TypedResults.Ok(board.Current));
        app.MapPut("/stub/behaviour", Put);
    }

    private static Ok<Behaviour> Put(Behaviour behaviour, BehaviourBoard board)
    {
        board.Set(behaviour);
        return TypedResults.Ok(behaviour);
    }
}
