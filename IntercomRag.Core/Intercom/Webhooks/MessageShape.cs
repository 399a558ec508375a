using System.Text.RegularExpressions;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>
/// What can be told of a message without keeping a word of it: enough to guess whether its writer has finished. French and English; any other
/// language is judged by its marks and its length.
/// </summary>
/// <param name="Words">Letters and digits in a row, "j'ai" being one; 0 when there is nothing but pictures.</param>
/// <param name="End">The mark it ends with, smileys left aside.</param>
/// <param name="IsGreeting">Nothing but a salutation: "Bonjour à tous", "Hi there!".</param>
/// <param name="IsQuestion">Begins like a question, which many write without the mark: "comment annuler ma séance".</param>
/// <param name="IsCutOff">Ends with a word that wants another: "je voudrais savoir si", "it happens when".</param>
public sealed partial record MessageShape(int Words, MessageEnd End, bool IsGreeting, bool IsQuestion, bool IsCutOff)
{
    // Longer ones are judged by their end: nothing in them would make them shorter.
    private const int Judged = 2_000;

    /// <summary>A tapped button: complete, however short its label is.</summary>
    public static MessageShape Choice { get; } = new(int.MaxValue, MessageEnd.Stop, IsGreeting: false, IsQuestion: false, IsCutOff: false);

    private static readonly HashSet<string> s_salutations = Set(
        "bonjour bonsoir salut coucou rebonjour bonne journée soirée à a tous toutes toute l'équipe équipe equipe et le la messieurs mesdames monsieur madame",
        "hello hi hey hiya good morning afternoon evening there all team everyone everybody and the dear sir madam support");

    private static readonly HashSet<string> s_questionWords = Set(
        "comment combien pourquoi quand où ou que quoi qui quel quelle quels quelles est qu'est peut peux puis pouvez pourriez avez faut",
        "how how's what what's when where where's why who which can could do does did is are will would should may");

    private static readonly HashSet<string> s_openWords = Set(
        "et ou mais car donc parce que si quand comme pour de du des d le la les un une à au aux avec sans sur dans mon ma mes je",
        "and or but because so if when as for of the a an to without at my our i we they");

    /// <param name="body">HTML or plain text.</param>
    public static MessageShape Of(string body)
    {
        var text = MessageText.Of(body);
        var core = Smileys().Replace(text.Length > Judged ? text[^Judged..] : text, "");
        var words = Word().Matches(core).Select(match => match.Value.Replace('’', '\'')).ToList();
        return new MessageShape(
            words.Count,
            EndOf(core),
            IsGreeting: words.Count > 0 && words.All(s_salutations.Contains),
            IsQuestion: words.Find(word => !s_salutations.Contains(word)) is { } first && s_questionWords.Contains(first),
            IsCutOff: words is [.., var last] && s_openWords.Contains(last));
    }

    /// <summary>Whether the message stands by itself, so that more of it is unlikely to follow.</summary>
    /// <param name="sentenceWords">Words that make a statement with its full stop, or a question without its mark, a whole one.</param>
    /// <param name="longWords">Words that make a message without any mark a whole one.</param>
    public bool IsComplete(int sentenceWords, int longWords) => End switch
    {
        _ when Words == 0 || IsGreeting => false,
        MessageEnd.Question => true,
        MessageEnd.Open => false,
        MessageEnd.Stop => Words >= sentenceWords,
        _ => !IsCutOff && Words >= (IsQuestion ? sentenceWords : longWords),
    };

    // A run such as "?!" or "?..." asks all the same; dots alone do not end anything.
    private static MessageEnd EndOf(string text)
    {
        var marks = text.AsSpan(text.AsSpan().TrimEnd("?!.…,:;-–—( ").Length).Trim();
        return marks switch
        {
            "" => MessageEnd.None,
            _ when marks.Contains('?') => MessageEnd.Question,
            _ when marks.IndexOfAnyExcept("!. ") >= 0 || marks.IndexOf("..") >= 0 => MessageEnd.Open,
            _ => MessageEnd.Stop,
        };
    }

    private static HashSet<string> Set(string french, string english) =>
        new([.. french.Split(' '), .. english.Split(' ')], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();

    // At the end: :-) ;) =D, pictures with what belongs to them, closing quotes and brackets.
    [GeneratedRegex(@"(?:[:;=]['’-]?[()DPp|]+|[\p{So}\p{Sk}\p{Cs}\p{Cf}\uFE0F]|[\s""'»”’)\]])+\z", RegexOptions.RightToLeft)]
    private static partial Regex Smileys();
}
