namespace IntercomRag.Simulator.Faults;

public static class FaultRegistration
{
    public static IHostApplicationBuilder AddFaults(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<FaultSettings>()
            .BindConfiguration(FaultSettings.Section)
            .Validate(settings => settings.Problem() is null, $"{FaultSettings.Section}: a probability is outside 0 to 1, or a time outside its range")
            .ValidateOnStart();
        builder.Services.AddSingleton<FaultBoard>();
        return builder;
    }
}
