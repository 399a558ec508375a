namespace IntercomRag.Core.Answers.Verification;

/// <summary>All statements of the passages that a sentence names.</summary>
internal sealed class Ground(IReadOnlyList<Statement> statements)
{
    private const double Here = 1;
    private const double SameStatement = 0.5;
    private const double Above = 0.3;
    private const double Fact = 0.7;

    /// <summary>How much more a clause must share with the place of another number or name to say that the two were exchanged.</summary>
    private const double Margin = 1.5;

    /// <summary>What the other clauses of the sentence say tells where it was taken from, but not what this clause says.</summary>
    private const double OtherClauses = 0.3;

    /// <summary>The same for a clause that says next to nothing by itself: "and by push 2 hours before".</summary>
    private const double OtherClausesOfShort = 0.8;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    public IReadOnlyList<Statement> Statements { get; } = statements;

    /// <summary>Where the passages may say a clause, the likeliest place first.</summary>
    /// <param name="sentence">All clauses of its sentence.</param>
    /// <param name="partsOf">The clauses of a statement that come into question.</param>
    public IReadOnlyList<Place> Align(Clause clause, IReadOnlyList<Clause> sentence, Func<Statement, IReadOnlyList<Clause>> partsOf)
    {
        var own = Distinct(clause.Notions);
        var others = Distinct([.. sentence.Where(other => other != clause).SelectMany(other => other.Notions)]);
        var share = own.Count > 1 ? OtherClauses : OtherClausesOfShort;
        var places = new List<Place>();
        foreach (var statement in Statements)
        {
            var rest = others.Sum(notion => WeightOf(notion) * OfStatement(statement, notion)) * share;
            var around = own.ConvertAll(notion => OfStatement(statement, notion));
            foreach (var part in partsOf(statement))
            {
                var (relevance, shared) = (rest, 0);
                for (var i = 0; i < own.Count; i++)
                {
                    var isHere = around[i] >= SameStatement && Says(part.Notions, own[i]);
                    relevance += WeightOf(own[i]) * (isHere ? Here : around[i]);
                    shared += isHere ? 1 : 0;
                }

                var facts = clause.Figures.Count(figure => part.Figures.Any(figure.Matches)) + clause.Names.Count(name => part.Names.Contains(name));
                places.Add(new Place(statement, part, relevance, facts * Fact) { Shared = shared });
            }
        }

        return [.. places.OrderByDescending(place => place.Likeness)];
    }

    /// <summary>
    /// Whether a clause shares more with one place than with another. "10 on Start" was exchanged where the passage says "2 on Start, 10 on Club".
    /// </summary>
    public bool IsNearer(Clause clause, Place one, Place other)
    {
        var (more, less) = (0.0, 0.0);
        foreach (var notion in Distinct(clause.Notions))
        {
            var difference = (ShareOf(one, notion) - ShareOf(other, notion)) * WeightOf(notion);
            (more, less) = difference > 0 ? (more + difference, less) : (more, less - difference);
        }

        return more > less * Margin && one.Relevance >= other.Relevance;
    }

    private static double OfStatement(Statement statement, Notion notion) =>
        Says(statement.Notions, notion) ? SameStatement : Says(statement.Around, notion) ? Above : 0;

    private static double ShareOf(Place place, Notion notion) =>
        Says(place.Clause.Notions, notion) ? Here : Says(place.Statement.Notions, notion) || Says(place.Statement.Around, notion) ? SameStatement : 0;

    /// <summary>How much a notion tells places apart: what every statement says tells nothing.</summary>
    public double WeightOf(Notion notion)
    {
        if (!_weights.TryGetValue(notion.Stem, out var weight))
        {
            var with = Statements.Count(statement => Says(statement.Notions, notion));
            weight = Math.Log(1 + ((Statements.Count + 1.0) / (with + 0.5)));
            _weights[notion.Stem] = weight;
        }

        return weight;
    }

    public static bool Says(IReadOnlyList<Notion> notions, Notion notion)
    {
        foreach (var other in notions)
        {
            if (other.Says(notion))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Notion> Distinct(IReadOnlyList<Notion> notions) => [.. notions.DistinctBy(notion => notion.Stem)];
}
