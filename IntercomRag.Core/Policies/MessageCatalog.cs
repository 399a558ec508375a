namespace IntercomRag.Core.Policies;

/// <summary>
/// <c>policies/messages.&lt;language&gt;.json</c>: every sentence that the assistant says in its own words, by key and tone. Placeholders
/// stand in braces.
/// </summary>
public sealed class MessageCatalog(IReadOnlyDictionary<string, IReadOnlyDictionary<MessageKey, MessageTexts>> languages)
{
    public string Text(string language, MessageKey key, Tone tone = Tone.Friendly) => languages[language][key].In(tone);

    /// <summary>Languages that have all their messages.</summary>
    public IReadOnlyCollection<string> Languages => [.. languages.Keys];
}
