namespace IntercomRag.Benchmarks.ModelFaults;

/// <summary>Somebody who writes.</summary>
/// <param name="Messages">Each is written when the one before has its reply.</param>
internal sealed record FaultCustomer(string Language, IReadOnlyList<string> Messages)
{
    /// <summary>What the Help Center answers, what it does not, a follow-up, and a wish for a human.</summary>
    public static IReadOnlyList<FaultCustomer> All { get; } =
    [
        new("en", ["How long is a gift card valid after the purchase?"]),
        new("fr", ["Comment importer des adhérents depuis un fichier CSV ?"]),
        new("en", ["Do you have a branch in Lisbon where I can buy a squash racket?"]),
        new("fr", ["Quelle est la recette de la tarte aux pommes de votre cantine ?"]),
        new("en", ["How do waiting lists for full classes work?", "And what happens there when somebody cancels a place?"]),
        new("fr", ["Je voudrais parler à un conseiller"]),
    ];
}
