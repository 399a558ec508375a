namespace IntercomRag.Core.Answers.Verification;

/// <summary>Every number must stand in the passage, where the passage speaks of the same thing, and on the same side of "before" and "at least".</summary>
internal static class FigureCheck
{
    /// <summary>Share of the best place's relevance that a place with the number must have.</summary>
    private const double Near = 0.45;

    /// <summary>Share of the best such place's relevance up to which others may have the right side.</summary>
    private const double Beside = 0.7;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places, Ground ground)
    {
        var best = places.Select(place => place.Relevance).DefaultIfEmpty().Max();
        foreach (var figure in clause.Figures)
        {
            var holders = places.Where(place => place.Clause.Figures.Any(figure.Matches)).ToList();
            if (holders.Count == 0)
            {
                return Unsupported.Number;
            }

            // What stands in another column of the same row is said of the same thing.
            var relevance = places.Where(place => holders.Exists(holder => holder.Statement.IsBeside(place.Statement))).Max(place => place.Relevance);
            var rivals = places.Where(place => !place.Clause.Figures.Any(figure.Matches)
                && ((IsInColumnOf(holders, place) && place.Relevance > relevance)
                    || place.Clause.Figures.Any(other => (figure.Rivals(other) || (place.Statement.Column is not null && figure.RivalsInColumn(other))) && !clause.Figures.Any(other.Matches)))).ToList();
            if (relevance < best * Near || holders.TrueForAll(holder => rivals.Exists(rival => ground.IsNearer(clause, rival, holder))))
            {
                return Unsupported.Number;
            }

            relevance = holders.Max(place => place.Relevance);
            var near = holders.Where(place => place.Relevance >= relevance * Beside);
            if (!near.Any(place => place.Clause.Figures.Any(other => figure.Matches(other) && figure.AgreesWith(other))))
            {
                return Unsupported.Scope;
            }
        }

        return null;
    }

    // "At once" is as much another answer to "when it arrives" as "after 3 days".
    private static bool IsInColumnOf(List<Place> holders, Place place) =>
        place.Statement.Column is { } column && holders.TrueForAll(holder => holder.Statement.Column == column);
}
