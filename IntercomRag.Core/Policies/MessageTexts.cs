namespace IntercomRag.Core.Policies;

/// <summary>One message in all its tones.</summary>
/// <param name="Any">Used for a tone without a text of its own.</param>
public sealed record MessageTexts(string? Any = null, string? Friendly = null, string? Professional = null, string? Technical = null)
{
    public string In(Tone tone) => Find(tone) ?? throw new InvalidOperationException($"No text for the tone {tone}.");

    /// <summary>Whether every tone has a text.</summary>
    public bool IsComplete => Enum.GetValues<Tone>().All(tone => !string.IsNullOrWhiteSpace(Find(tone)));

    private string? Find(Tone tone) =>
        tone switch
        {
            Tone.Friendly => Friendly,
            Tone.Professional => Professional,
            Tone.Technical => Technical,
            _ => null,
        } ?? Any;
}
