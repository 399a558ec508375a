namespace IntercomRag.Benchmarks.Intents;

/// <summary>A recorded conversation and the intents that its last message has, in the names of the data sets.</summary>
internal sealed record LabelledCase(IReadOnlyList<(bool IsCustomer, string Text)> Turns, IReadOnlySet<string> Intents)
{
    /// <summary>The message to classify.</summary>
    public string Text => Turns[^1].Text;
}
