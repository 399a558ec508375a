using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Policies;

/// <summary><c>policies/assistant.json</c>: what a team decides about its assistant, reviewed like code.</summary>
/// <param name="Company">How the customers call it: the assistant speaks for it.</param>
/// <param name="Signals">For each signal that the classifier knows, what it takes to show it.</param>
/// <param name="OnLowConfidence">
/// What happens below <see cref="ThresholdPolicy.Answer"/>: <c>escalate</c> (default) hands over at once, <c>offer</c> asks the customer first.
/// </param>
public sealed record AssistantPolicy(
    string Company,
    AssistantMode Mode,
    LanguagePolicy Languages,
    HistoryPolicy History,
    ThresholdPolicy Thresholds,
    IReadOnlyDictionary<Signal, SignalThreshold> Signals,
    AssistantAction OnLowConfidence,
    IReadOnlyDictionary<Intent, ActionPolicy> Intents,
    IReadOnlyDictionary<Reason, ActionPolicy> SensitiveTopics,
    TonePolicy Tone,
    GeneratedAnswerPolicy GeneratedAnswers,
    SwitchOffPolicy SwitchOff,
    GiveBackPolicy GiveBack,
    LimitPolicy Limits,
    RolloutPolicy Rollout,
    HandoverPolicy Handover,
    RoutingPolicy Routing,
    IReadOnlyDictionary<string, TeamPolicy> Teams,
    IReadOnlyDictionary<string, OpeningHours> Hours);
