using IntercomRag.Core.Decisions;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Policies;

/// <summary>What the shape of <c>assistant.json</c> does not say by itself.</summary>
internal static class PolicyChecks
{
    /// <exception cref="PolicyException">A value is out of range or names something that is not there.</exception>
    public static void Check(AssistantPolicy policy, string path)
    {
        Demand(policy.Company.Length > 0, "company must not be empty.");
        Demand(policy.GeneratedAnswers.Length is >= 200 and <= 4_000, "generatedAnswers.length must be 200 to 4000.");
        Demand(policy.Languages.Supported.Contains(policy.Languages.Default), "languages.default is not among languages.supported.");
        Demand(policy.History.Messages is >= 1 and <= 100, "history.messages must be 1 to 100.");
        Demand(policy.Thresholds.Answer is >= 0 and <= 1, "thresholds.answer must be 0 to 1.");
        Demand(policy.Thresholds.WrongAnswers is null or > 0 and < 1, "thresholds.wrongAnswers must be more than 0 and less than 1.");
        Demand(policy.Thresholds.Choice is >= 0 and <= 1, "thresholds.choice must be 0 to 1.");
        Demand(policy.Thresholds.Link is >= 0 and <= 1, "thresholds.link must be 0 to 1.");
        Demand(policy.Thresholds.Links is >= 0 and <= 10, "thresholds.links must be 0 to 10.");
        Demand(policy.Limits.RepliesPerHour >= 1, "limits.repliesPerHour must be at least 1.");
        Demand(
            policy.GiveBack.Tag is not { } back || !policy.SwitchOff.Tags.Contains(back, StringComparer.OrdinalIgnoreCase),
            "giveBack.tag is also one of switchOff.tags.");
        Demand(policy.Rollout.Percent is >= 0 and <= 100, "rollout.percent must be 0 to 100.");
        Demand(
            policy.OnLowConfidence is AssistantAction.Escalate or AssistantAction.Offer,
            "onLowConfidence must be \"escalate\" or \"offer\".");
        foreach (var intent in Enum.GetValues<Intent>())
        {
            Demand(policy.Intents.ContainsKey(intent), $"intents has no entry for {intent}.");
        }

        foreach (var signal in Enum.GetValues<Signal>())
        {
            var name = $"signals.{CodeName.Of(signal)}";
            Demand(policy.Signals.ContainsKey(signal) == IntentFile.IsLearned(signal), $"{name} {(IntentFile.IsLearned(signal) ? "is missing" : "has no classifier")}.");
            Demand(
                !policy.Signals.TryGetValue(signal, out var threshold) || threshold is { Alone: >= 0 and <= 1, WithPhrase: >= 0 and <= 1 },
                $"{name}: alone and withPhrase must be 0 to 1.");
        }

        foreach (var topic in new[] { Reason.LegalPrivacy, Reason.Refund, Reason.CancelAccount, Reason.Complaint })
        {
            Demand(policy.SensitiveTopics.ContainsKey(topic), $"sensitiveTopics has no entry for {topic}.");
        }

        var teams = policy.Routing.Rules.Select(rule => rule.Team)
            .Append(policy.Routing.DefaultTeam)
            .Concat(policy.Teams.Values.Select(team => team.Fallback).OfType<string>());
        foreach (var team in teams)
        {
            Demand(policy.Teams.ContainsKey(team), $"the team \"{team}\" is routed to but has no entry in teams.");
        }

        foreach (var (name, team) in policy.Teams)
        {
            Demand(team.Hours is null || policy.Hours.ContainsKey(team.Hours), $"teams.{name}.hours names \"{team.Hours}\", which hours does not have.");
        }

        foreach (var (name, hours) in policy.Hours)
        {
            try
            {
                hours.Validate();
            }
            catch (FormatException exception)
            {
                throw new PolicyException($"{path}: hours.{name}: {exception.Message}", exception);
            }
        }

        void Demand(bool holds, string sentence)
        {
            if (!holds)
            {
                throw new PolicyException($"{path}: {sentence}");
            }
        }
    }
}
