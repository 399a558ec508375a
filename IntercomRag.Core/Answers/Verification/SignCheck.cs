namespace IntercomRag.Core.Answers.Verification;

/// <summary>A clause must not say the contrary of its place, nor more: negations, opposites, only, all, some, must, can.</summary>
internal static class SignCheck
{
    private const double Near = 0.93;
    private const double NearOfScope = 0.85;

    /// <summary>The same for a place that says an opposite: there the sentence is rather wrong than taken from elsewhere.</summary>
    private const double AsNear = 0.8;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places)
    {
        var speaking = places.Where(place => place.Shared > 0).ToList();
        if (speaking.Any(place => place.Likeness >= speaking[0].Likeness * AsNear && place.Shared >= speaking[0].Shared && Opposites.AreBetween(clause.Sides, place.Clause.Sides) && clause.Signs.IsNegated == place.Clause.Signs.IsNegated))
        {
            return Unsupported.Contrary;
        }

        if (speaking.Count == 0 || Compare(clause, speaking[0]) is not { } failure)
        {
            return null;
        }

        // Another place that says as much of the clause may agree with it: articles state a rule and its exception.
        var others = speaking.Skip(1).Where(place => place.Likeness >= speaking[0].Likeness * (failure == Unsupported.Scope ? NearOfScope : Near) && (failure == Unsupported.Scope || place.Shared >= speaking[0].Shared));
        return others.Any(place => Compare(clause, place) is null) ? null : failure;
    }

    private static Unsupported? Compare(Clause said, Place place)
    {
        var stands = place.Clause;
        if (said.Signs.IsNegated != stands.Signs.IsNegated ^ Opposites.AreBetween(said.Sides, stands.Sides))
        {
            return Unsupported.Contrary;
        }

        // "Tandem warns you when classes overlap, but it does not forbid it" denies to forbid, in a clause of its own.
        if (!said.Signs.IsNegated && said.Notions.Any(notion => IsDenied(notion, place)))
        {
            return Unsupported.Contrary;
        }

        var whole = place.Statement.Signs;
        var (s, t) = (said.Signs, stands.Signs);
        var wider = (s.Only && !whole.Only && !whole.Single)
            || (s.All && whole.Only && !whole.All)
            || (s.Some && (whole.Only || whole.Single) && !whole.Some)
            || (s.All && whole.Single && !whole.All)
            || (s.All && t.Some && !t.All)
            || (s.Some && t.All && !t.Some)
            || (s.Must && t.Can && !t.Must && !s.Can)
            || (s.Can && t.Must && !t.Can && !s.Must && !s.IsNegated);
        return wider ? Unsupported.Scope : null;
    }

    private static bool IsDenied(Notion notion, Place place)
    {
        var saying = place.Statement.Clauses.Where(clause => Ground.Says(clause.Notions, notion)).ToList();
        return saying.Count > 0 && saying.TrueForAll(clause => clause.Signs.IsNegated);
    }
}
