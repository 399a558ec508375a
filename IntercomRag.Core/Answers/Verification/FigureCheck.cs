namespace IntercomRag.Core.Answers.Verification;

/// <summary>Every number must stand in the passage, where the passage speaks of the same thing, and on the same side of "before" and "at least".</summary>
internal static class FigureCheck
{
    /// <summary>How much more relevant the place of another number must be to say that the numbers were exchanged.</summary>
    private const double Margin = 1.15;

    /// <summary>Share of the best place's relevance that a place with the number must have.</summary>
    private const double Near = 0.5;

    /// <summary>Share of the best such place's relevance up to which others may have the right side.</summary>
    private const double Beside = 0.7;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places)
    {
        var best = places.Select(place => place.Relevance).DefaultIfEmpty().Max();
        foreach (var figure in clause.Figures)
        {
            var holders = places.Where(place => place.Clause.Figures.Any(figure.Matches)).ToList();
            var relevance = holders.Select(place => place.Relevance).DefaultIfEmpty(-1).Max();
            var rival = places.Where(place => place.Clause.Figures.Any(figure.Rivals) && !place.Clause.Figures.Any(figure.Matches)).Select(place => place.Relevance).DefaultIfEmpty().Max();
            if (relevance < best * Near || rival > relevance * Margin)
            {
                return Unsupported.Number;
            }

            var near = holders.Where(place => place.Relevance >= relevance * Beside);
            if (!near.Any(place => place.Clause.Figures.Any(other => figure.Matches(other) && figure.AgreesWith(other))))
            {
                return Unsupported.Scope;
            }
        }

        return null;
    }
}
