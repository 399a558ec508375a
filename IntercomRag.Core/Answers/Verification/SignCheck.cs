namespace IntercomRag.Core.Answers.Verification;

/// <summary>A clause must not say the contrary of its place, nor more: negations, opposites, only, all, some, must, can.</summary>
internal static class SignCheck
{
    private const double Near = 0.9;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places)
    {
        if (clause.Notions.Count == 0 || places.Count == 0 || places[0].Likeness <= 0)
        {
            return null;
        }

        Unsupported? failure = null;
        foreach (var place in places.TakeWhile(place => place.Likeness >= places[0].Likeness * Near))
        {
            var found = Compare(clause, place);
            if (found is null)
            {
                return null;
            }

            failure ??= found;
        }

        return failure;
    }

    private static Unsupported? Compare(Clause said, Place place)
    {
        var stands = place.Clause;
        if (said.Signs.IsNegated != stands.Signs.IsNegated ^ Opposites.AreBetween(said.Sides, stands.Sides))
        {
            return Unsupported.Contrary;
        }

        if (Opposites.Promises(said.Sides, place.Statement.Sides))
        {
            return Unsupported.Added;
        }

        var whole = place.Statement.Signs;
        var (s, t) = (said.Signs, stands.Signs);
        var wider = (s.Only && !t.Only && !whole.Only)
            || (s.All && whole.Only && !whole.All)
            || (s.All && t.Some && !t.All)
            || (s.Some && t.All && !t.Some)
            || (s.Must && t.Can && !t.Must && !s.Can)
            || (s.Can && t.Must && !t.Can && !s.Must && !s.IsNegated);
        return wider ? Unsupported.Scope : null;
    }
}
