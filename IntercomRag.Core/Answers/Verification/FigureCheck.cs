namespace IntercomRag.Core.Answers.Verification;

/// <summary>Every number must stand in the passage, where the passage speaks of the same thing, and on the same side of "before" and "at least".</summary>
internal static class FigureCheck
{
    /// <summary>How much more relevant the place of another number must be to say that the numbers were exchanged.</summary>
    private const double Margin = 1.5;

    /// <summary>Share of the best place's relevance that a place with the number must have.</summary>
    private const double Near = 0.3;

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
            var rivals = places.Where(place => place.Clause.Figures.Any(figure.Rivals) && !place.Clause.Figures.Any(figure.Matches)).ToList();
            if (relevance < best * Near || holders.TrueForAll(holder => rivals.Exists(rival => IsNearer(rival, holder))))
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

        // "10 on Start" where the passage says "2 on Start, 10 on Club": the clause shares more with the place of the other number.
        bool IsNearer(Place rival, Place holder)
        {
            var (more, less) = (0.0, 0.0);
            foreach (var notion in clause.Notions.DistinctBy(notion => notion.Stem))
            {
                var difference = (ShareOf(rival, notion) - ShareOf(holder, notion)) * ground.WeightOf(notion);
                (more, less) = difference > 0 ? (more + difference, less) : (more, less - difference);
            }

            return more > less * Margin;
        }
    }

    private static double ShareOf(Place place, Notion notion) => Ground.Says(place.Clause.Notions, notion) ? 1 : Ground.Says(place.Statement.Around, notion) ? 0.5 : 0;
}
