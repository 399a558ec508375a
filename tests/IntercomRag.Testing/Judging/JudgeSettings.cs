namespace IntercomRag.Testing.Judging;

/// <param name="Crossing">
/// What happened in the workspace less than this before a request reached it may have crossed that request on the wire: between the last
/// look at a conversation and the write that follows lies a round trip that nothing in Intercom's API can close. It is then counted apart.
/// </param>
/// <param name="Topics">Id of the article that answers a text, for the texts whose answer is known.</param>
public sealed record JudgeSettings(TimeSpan Crossing, IReadOnlyDictionary<string, string> Topics)
{
    /// <summary>Null when it is not known which article answers the part.</summary>
    public string? TopicOf(JudgedPart part) => Topics.GetValueOrDefault(part.Text);
}
