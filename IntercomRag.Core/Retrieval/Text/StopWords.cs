namespace IntercomRag.Core.Retrieval.Text;

/// <summary>Folded words that say how a question is put, not what it is about, in French and English.</summary>
public static class StopWords
{
    private static readonly HashSet<string> French = Parse(
        "a ai aie ainsi alors apres as au aucun aussi autre autres aux avant avec avez avoir avons beaucoup bien bonjour bonsoir car ce ceci cela " +
        "celle celui ces cet cette chez ci combien comme comment dans de des deja depuis dire dites doit donc dont du elle elles en encore entre " +
        "es est et etait etes etre eu eux faire fait faites faut font hier ici il ils j je jamais jusque la le les leur leurs lors lui ma mais " +
        "me meme mes mettre moi moins mon merci ne ni non nos notre nous on ont or ou oui par parce pas pendant peu peut peuvent peux plait " +
        "plus pour pourquoi pourrais pourriez pouvez pouvoir puis puisque quand que quel quelle quelles quels quelque qui quoi sa sais sans savoir se " +
        "sera ses si sinon soit son sont sous suis sur svp ta tes toi ton toujours tous tout toute toutes tres trop tu un une va vais veut " +
        "veux vers veuillez voila voici vont vos votre voudrais voulez vouloir vous vraiment y sil stp salut cordialement possible");

    private static readonly HashSet<string> English = Parse(
        "a about after again all also am an and any are as at be because been before being but by can cannot could did do does doing dont down " +
        "for from get give got had has have having he hello help her here hey hi him his how i if in into is it its just kindly know let like " +
        "may me might more most my need no not now of off on only or other our out over please really same she should so some such " +
        "tell than thank thanks that the their them then there these they this those to too trying try up us very want wanted was way we " +
        "well were what when where which while who whom why will with without would yes you your yours im ive id cant wont doesnt isnt didnt");

    public static bool Contains(string foldedWord) => French.Contains(foldedWord) || English.Contains(foldedWord);

    /// <summary>Whether the word belongs to French and not to English as well.</summary>
    public static bool IsFrench(string foldedWord) => French.Contains(foldedWord) && !English.Contains(foldedWord);

    /// <summary>Whether the word belongs to English and not to French as well.</summary>
    public static bool IsEnglish(string foldedWord) => English.Contains(foldedWord) && !French.Contains(foldedWord);

    private static HashSet<string> Parse(string words) => [.. words.Split(' ')];
}
