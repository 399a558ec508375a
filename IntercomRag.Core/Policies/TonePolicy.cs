namespace IntercomRag.Core.Policies;

/// <param name="Segments">Tone by segment name, in order of precedence.</param>
public sealed record TonePolicy(Tone Default, IReadOnlyDictionary<string, Tone> Segments)
{
    public Tone For(IEnumerable<string> segments)
    {
        var own = segments.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (segment, tone) in Segments)
        {
            if (own.Contains(segment))
            {
                return tone;
            }
        }

        return Default;
    }
}
