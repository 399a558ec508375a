using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.ModelStub.Behaviours;

/// <summary>Control: how the stub behaves from now on.</summary>
public static class BehaviourApi
{
    public static IHostApplicationBuilder AddBehaviours(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StubOptions>()
            .BindConfiguration(StubOptions.Section)
            .ValidateDataAnnotations()
            .Validate(options => BehaviourNames.Find(options.Behaviour) is not null, $"Set ModelStub__Behaviour to one of {BehaviourNames.All}.")
            .ValidateOnStart();
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

    private static Results<Ok<Behaviour>, ProblemHttpResult> Put(BehaviourRequest request, BehaviourBoard board)
    {
        if (BehaviourNames.Find(request.Kind) is not { } kind || request.Times < 1)
        {
            return TypedResults.Problem(
                $"'kind' is one of {BehaviourNames.All}; 'times', where it is set, is at least 1.", statusCode: StatusCodes.Status400BadRequest);
        }

        var behaviour = new Behaviour(kind, request.Times, request.Prompt);
        board.Set(behaviour);
        return TypedResults.Ok(behaviour);
    }
}
