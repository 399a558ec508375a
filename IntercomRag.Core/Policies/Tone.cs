namespace IntercomRag.Core.Policies;

public enum Tone
{
    Friendly,
    Professional,
    Technical,
}
