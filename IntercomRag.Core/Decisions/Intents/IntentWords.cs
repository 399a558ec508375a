using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Intents;

/// <summary>Words of a sentence as the classifier sees them, and what can be told of each from the words around it.</summary>
internal static class IntentWords
{
    /// <summary>Words behind a refusal that it covers: "je ne veux pas [du tout résilier mon abonnement]".</summary>
    private const int RefusalReach = 5;

    private static readonly HashSet<string> EnglishEndings = ["t", "s", "m", "d", "ll", "re", "ve"];

    // "I do not want to", "no need to", "je ne souhaite pas", "sans": what follows is just what the customer does not ask for. A verb in
    // between is needed in most, for "you did not refund me" asks for the refund.
    private static readonly string[][] Refusals =
    [
        ["dont", "want"], ["dont", "need"], ["not", "want"], ["not", "need"], ["not", "wish"], ["dont", "wish"], ["not", "asking"],
        ["not", "looking"], ["no", "need"], ["rather", "than"], ["instead", "of"], ["without"], ["not", "here", "to"],
        ["veux", "pas"], ["veut", "pas"], ["voulons", "pas"], ["souhaite", "pas"], ["souhaitons", "pas"], ["voudrais", "pas"],
        ["desire", "pas"], ["demande", "pas"], ["pas", "besoin"], ["sans"], ["plutot", "que"], ["plutot", "qu"], ["au", "lieu"],
    ];

    private static readonly HashSet<string> RefusalEnds =
        ["but", "just", "only", "mais", "juste", "seulement", "simplement", "uniquement", "plutot", "so", "donc", "alors"];

    private static readonly HashSet<string> Others =
    [
        "client", "cliente", "clients", "clientes", "membre", "membres", "adherent", "adherente", "adherents", "adherentes", "eleve", "eleves",
        "etudiant", "etudiante", "etudiants", "abonne", "abonnee", "abonnes", "patient", "patiente", "patients", "locataire", "locataires",
        "utilisateur", "utilisateurs", "acheteur", "acheteurs", "participant", "participants", "usager", "usagers", "licencie", "licencies",
        "customer", "customers", "clients", "member", "members", "student", "students", "pupil", "pupils", "tenant", "tenants", "user", "users",
        "guest", "guests", "subscriber", "subscribers", "shopper", "buyer", "buyers", "attendee", "attendees", "visitor", "visitors",
    ];

    // "service client", "customer care", "espace membre", "member card": a department or a thing, and nobody.
    private static readonly HashSet<string> BesideOthers =
        ["service", "services", "relation", "relations", "support", "care", "espace", "compte", "account", "carte", "card", "dossier", "number", "numero", "id", "fidelite"];

    /// <summary>Folded words: <c>J'ai, don't, l'été</c> gives <c>j</c>, <c>ai</c>, <c>dont</c>, <c>l</c>, <c>ete</c>.</summary>
    public static IReadOnlyList<string> Read(string sentence)
    {
        var folded = TextAnalyzer.Fold(sentence);
        var words = new List<string>();
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                continue;
            }

            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                i++;
            }

            var word = folded[start..i];
            var afterApostrophe = start > 0 && folded[start - 1] == '\'' && words.Count > 0 && start > 1 && char.IsLetterOrDigit(folded[start - 2]);
            if (afterApostrophe && EnglishEndings.Contains(word))
            {
                words[^1] += word;
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>For each word, whether the customer refuses what it names.</summary>
    public static bool[] Refused(IReadOnlyList<string> words)
    {
        var refused = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (Refusals.FirstOrDefault(refusal => StandsAt(words, i, refusal)) is not { } found)
            {
                continue;
            }

            var from = i + found.Length;
            for (var j = from; j < Math.Min(words.Count, from + RefusalReach) && !RefusalEnds.Contains(words[j]); j++)
            {
                refused[j] = true;
            }
        }

        return refused;
    }

    /// <summary>Whether the word names a person whom the customer serves: what "un adhérent" wants, the customer does not want.</summary>
    public static bool IsSomebodyElse(IReadOnlyList<string> words, int at) =>
        Others.Contains(words[at])
        && (at == 0 || !BesideOthers.Contains(words[at - 1]))
        && (at + 1 >= words.Count || !BesideOthers.Contains(words[at + 1]));

    private static bool StandsAt(IReadOnlyList<string> words, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= words.Count || words[at + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
