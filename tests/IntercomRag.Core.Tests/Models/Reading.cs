namespace IntercomRag.Core.Tests.Models;

public sealed record Reading(string Intent, IReadOnlyList<string> Signals, Mood Mood);

public enum Mood
{
    Calm,
    QuiteAngry,
}
