namespace IntercomRag.Testing.Judging;

/// <param name="Crossing">
/// A human who came in less than this before a request reached the workspace may have crossed that request on the wire: between the last
/// look at a conversation and the write that follows lies a round trip that nothing in Intercom's API can close. It is then counted apart.
/// </param>
/// <param name="Topics">Id of the article that answers a text, for the texts whose answer is known.</param>
public sealed record JudgeSettings(TimeSpan Crossing, IReadOnlyDictionary<string, string> Topics)
{
    /// <summary>Null when it is not known which article answers the part.</summary>
    public string? TopicOf(JudgedPart part) => Topics.GetValueOrDefault(part.Text);
}
