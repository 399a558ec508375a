namespace IntercomRag.Api.Operator;

public static class OperatorRegistration
{
    public static IHostApplicationBuilder AddOperator(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OperatorOptions>()
            .BindConfiguration(OperatorOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        // In the development environment a parameter that cannot be read would otherwise be an exception and a 500.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        return builder;
    }

    /// <summary>Maps what operators may do, behind their key. Without a key nothing is mapped.</summary>
    public static IEndpointRouteBuilder MapOperator(this WebApplication app)
    {
        // Not through the options: a key that is too short is reported when the service starts, and this comes before.
        if (app.Configuration[$"{OperatorOptions.Section}:{nameof(OperatorOptions.Key)}"] is not { Length: > 0 } key)
        {
            return app;
        }

        var operators = app.MapGroup("/operator").AddEndpointFilter(new OperatorKeyFilter(key)).AddEndpointFilter<StorageFailureFilter>();
        operators.MapDeadLetters();
        return app;
    }
}
