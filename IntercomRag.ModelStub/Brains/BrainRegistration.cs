namespace IntercomRag.ModelStub.Brains;

public static class BrainRegistration
{
    /// <summary>In the order in which they are asked: the form of an answer may name members of another's.</summary>
    public static IHostApplicationBuilder AddBrains(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStubBrain, AnswerBrain>();
        builder.Services.AddSingleton<IStubBrain, VerifyBrain>();
        builder.Services.AddSingleton<IStubBrain, IntentBrain>();
        builder.Services.AddSingleton<IStubBrain, QuestionBrain>();
        builder.Services.AddSingleton<IStubBrain, PlainBrain>();
        builder.Services.AddSingleton<StubModel>();
        return builder;
    }
}
