using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Generated;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Handoff;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Conversations;

/// <summary>Registers everything between a lease and a reply; the ports are registered by their adapters.</summary>
public static class TurnRegistration
{
    public static IHostApplicationBuilder AddTurns(this IHostApplicationBuilder builder)
    {
        builder.AddPolicies();
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<PolicySet>().Assistant);
        services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CapturedText>();
        services.AddSingleton<TurnTracer>();
        services.AddSingleton<CustodyReader>();
        services.AddSingleton<Ownership>();
        services.AddSingleton<TurnLoader>();
        services.AddSingleton<LanguageDetector>();
        services.AddSingleton<SignalReader>();
        services.AddSingleton<Frustration>();
        services.AddSingleton<TurnReader>();
        services.AddSingleton<ModelReader>();
        services.AddSingleton<LiveWordIndex>();
        services.AddSingleton<Retriever>();
        services.AddHostedService<RetrievalUpkeep>();
        services.AddSingleton<DecisionPolicy>();
        services.TryAddSingleton<IModel, NoModel>();
        services.AddSingleton<PromptLibrary>();
        services.AddSingleton<ExtractiveAnswerer>();
        services.AddSingleton<AnswerVerifier>();
        services.AddSingleton<ModelAnswerer>();
        services.AddSingleton<IAnswerer>(provider =>
            provider.GetRequiredService<IModel>().IsConfigured ? provider.GetRequiredService<ModelAnswerer>() : provider.GetRequiredService<ExtractiveAnswerer>());
        services.AddSingleton<AnswerCheck>();
        services.AddSingleton<ReplyComposer>();
        services.AddSingleton<ConsultedArticles>();
        services.AddSingleton<TeamRouter>();
        services.AddSingleton<AgentNote>();
        services.AddSingleton<HandoverPlanner>();
        services.AddSingleton<TurnPlanner>();
        services.AddSingleton<LastLook>();
        services.AddSingleton<PlanGate>();
        services.AddSingleton<PlanRunner>();
        services.AddSingleton<TurnRecorder>();
        services.AddSingleton<TurnPipeline>();
        services.AddKeyedSingleton<ILeaseHandler, TurnHandler>(InboxNames.Conversations);
        return builder;
    }
}
