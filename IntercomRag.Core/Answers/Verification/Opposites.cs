using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Words that are each other's opposite, in French and English: grammar and everyday words, not those of a trade.</summary>
internal static partial class Opposites
{
    private static readonly string[] s_pairs =
    [
        "before ahead prior earlier avant avance | after since apres later depuis",
        "until jusque jusqu | after since apres depuis",
        "!free gratuit gratuite gratuits gratuites gratuitement | paid payant payante payants payantes",
        "first premier premiere premiers premieres | last dernier derniere derniers dernieres second seconde deuxieme",
        "earliest tot | latest tard",
        "beginning start debut starts begins commence | end fin ends finishes finit",
        "higher increase increases increased superieur superieure superieures augmente augmenter augmentez | lower decrease decreases decreased inferieur inferieure inferieures diminue diminuer diminuez baisse",
        "more | less fewer",
        "minimum atleast | maximum atmost",
        "monthly mensuel mensuelle mensuels mensuelles | yearly annual annually annuel annuelle annuels annuelles",
        "on active activee actives activees activez activer enabled enable | off desactive desactivee desactives desactivees desactivez desactiver disabled disable",
        "open opens ouvre ouvrent ouvert ouverte ouverts | closed close closes ferme ferment fermee fermes",
        "!online | offline",
        "inside interieur | outside exterieur dehors hors",
        "during pendant | outside hors",
        "included includes inclus incluse incluses comprise comprises | excluded excluding exclu exclue excluant hors",
        "ttc comprises | ht hors",
        "!immediately instantly aussitot immediatement | renewal renouvellement later",
        "new next nouveau nouvelle nouveaux nouvelles prochain prochaine prochains prochaines suivant suivante suivants suivantes | old previous past ancien ancienne anciens anciennes precedent precedente precedents precedentes passe passee passes passees",
        "future upcoming venir | existing existantes existants existe existent",
        "win gagne gagnez gagnent | lose perd perdez perdent",
        "keep keeps kept garde gardent gardez conserve conserves conservee conservees | lose loses lost perd perdent perdez perdu perdue delete deletes deleted supprime supprimee supprimes supprimees",
        "lock locks locked verrouille verrouillee | unlock unlocks unlocked deverrouille deverrouillee",
        "accept accepts accepted accepte acceptee | refuse refuses refused decline declined refuse refusee refusees",
        "checked tick ticked coche cochee cochees cochez | unchecked untick decoche decochee decochez",
        "same meme memes | different differents differente differentes",
        "!automatic automatically automatique automatiquement | manual manually main manuellement",
        "public publique publics | private prive privee prives",
        "!real vrai reel reelle | fictif fictifs",
        "full complete complet entierement totalite | partial part partie partiel partielle",
        "buyer acheteur | recipient beneficiaire",
        "add adds ajoute ajouter ajoutez | remove removes retire retirer retirez",
        "elsewhere ailleurs | here ici",
        "adult adults majeur majeurs | minor minors mineur mineurs",
    ];

    /// <summary>The pair of before and after. "After" is often said of what an article says "when" or "once" of.</summary>
    private const int Order = 0;

    private const int Until = 1;

    private static readonly FrozenDictionary<string, (int Pair, bool First)[]> s_sides = s_pairs
        .SelectMany((pair, i) => pair.TrimStart('!').Split('|').SelectMany((side, j) => side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, Side: (Pair: i, First: j == 0)))))
        .GroupBy(entry => entry.Word, entry => entry.Side, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Pairs whose first side is a promise: a text that makes it needs one that makes it too.</summary>
    private static readonly FrozenSet<int> s_promises = s_pairs.Index().Where(pair => pair.Item.StartsWith('!')).Select(pair => pair.Index).ToFrozenSet();

    /// <summary>The sides that the words of a clause take.</summary>
    public static IReadOnlySet<(int Pair, bool First)> Of(string folded) =>
        Word().Matches(AtLeast().Replace(AtMost().Replace(AtOnce().Replace(ByItself().Replace(ForNothing().Replace(folded, "free"), "automatic"), "immediately"), "atmost"), "atleast"))
            .SelectMany(word => s_sides.TryGetValue(word.Value, out var sides) ? sides : []).ToHashSet();

    /// <summary>Whether the one text promises what the other does not speak of.</summary>
    public static bool Promises(IReadOnlySet<(int Pair, bool First)> said, IReadOnlySet<(int Pair, bool First)> stands) =>
        said.Any(side => side.First && s_promises.Contains(side.Pair) && !stands.Contains(side))
        || (said.Contains((Order, true)) && !stands.Contains((Order, true)) && !stands.Contains((Until, true)));

    /// <summary>Whether the one text takes a side of some pair and the other the opposite alone.</summary>
    public static bool AreBetween(IReadOnlySet<(int Pair, bool First)> said, IReadOnlySet<(int Pair, bool First)> stands) => 
        said.Any(side => !stands.Contains(side) && stands.Contains((side.Pair, !side.First)) && !said.Contains((side.Pair, !side.First)));

    [GeneratedRegex(@"\p{L}+(?:-up)?")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:at once|straight away|right away|tout de suite|sur-le-champ)\b")]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"\b(?:at most|au plus(?! t))\b")]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\b(?:at least|au moins)\b")]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"\b(?:by itself|by themselves|on its own|d'office|de lui-meme|d'elle-meme|tout seul)\b")]
    private static partial Regex ByItself();

    [GeneratedRegex(@"\b(?:at no (?:extra )?cost|without charge|costs nothing|sans frais|ne coute rien)\b")]
    private static partial Regex ForNothing();
}
