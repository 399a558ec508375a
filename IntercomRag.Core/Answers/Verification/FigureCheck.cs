namespace IntercomRag.Core.Answers.Verification;

/// <summary>Every number must stand in the passage, where the passage speaks of the same thing, and on the same side of "before" and "at least".</summary>
internal static class FigureCheck
{
    /// <summary>How much more relevant the place of another number must be to say that the numbers were exchanged.</summary>
    private const double Margin = 1.15;

    public static Unsupported? Fails(Clause clause, IReadOnlyList<Place> places)
    {
        foreach (var figure in clause.Figures)
        {
            var holders = places.Where(place => place.Clause.Figures.Any(figure.Matches)).ToList();
            if (holders.Count == 0)
            {
                return Unsupported.Number;
            }

            var rival = places.FirstOrDefault(place => place.Clause.Figures.Any(figure.Rivals) && !place.Clause.Figures.Any(figure.Matches));
            if (rival is not null && rival.Relevance > (holders[0].Relevance * Margin))
            {
                return Unsupported.Number;
            }

            var near = holders.Where(place => place.Relevance >= holders[0].Relevance * 0.7);
            if (!near.Any(place => place.Clause.Figures.Any(other => figure.Matches(other) && figure.AgreesWith(other))))
            {
                return Unsupported.Scope;
            }
        }

        return null;
    }
}
