using System.Text.RegularExpressions;
using IntercomRag.Core.Answers.Generated;
using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Retrieval.Text;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Cuts from an answer that a model wrote whatever its passages do not say, and tells whether the rest still answers.</summary>
public sealed partial class AnswerVerifier(PolicySet policies)
{
    /// <summary>Share of the sentences that said something which must be left: the rest of a story of which most was invented is not told.</summary>
    private const double LeastLeft = 0.5;

    private readonly SentenceVerifier _sentences = new(policies.Wording);

    /// <param name="language">The customer's.</param>
    public VerifiedAnswer Verify(GeneratedAnswer answer, ListedPassages passages, string language)
    {
        var read = answer.Sentences.Select(sentence => Read(sentence, passages)).Where(sentence => sentence.Sentence.Text.Length > 0).ToList();
        var verdicts = read.Select(sentence => sentence.Failure is { } failure ? SentenceVerdict.Cut(failure) : Check(sentence.Sentence, language)).ToList();
        return Finish([.. read.Zip(verdicts, (sentence, verdict) => (sentence.Sentence with { Support = verdict.Support }, verdict.Failure))]);
    }

    /// <summary>The same answer with some more of its sentences cut.</summary>
    /// <param name="unsupported">Indices, from 0.</param>
    public VerifiedAnswer Cut(VerifiedAnswer answer, IReadOnlySet<int> unsupported)
    {
        var again = Finish([.. answer.Sentences.Select((sentence, i) => (sentence, unsupported.Contains(i) ? Unsupported.SecondLook : (Unsupported?)null))]);
        return again with { Cut = [.. answer.Cut, .. again.Cut], Answers = again.Answers && answer.Answers };
    }

    /// <summary>Whether a sentence may be sent.</summary>
    public bool IsSupported(WrittenSentence sentence, string language) => Check(sentence, language).Failure is null;

    private static (WrittenSentence Sentence, Unsupported? Failure) Read(GeneratedSentence sentence, ListedPassages passages)
    {
        var text = PlainSentence.Of(sentence.Text);
        var item = ListItem.Read(text);
        var named = sentence.Passages.Select(passages.Find).ToList();
        var written = new WrittenSentence(item?.Text ?? text, item, [.. named.OfType<PassageHit>().Distinct()], []);
        return (written, named.Contains(null) ? Unsupported.NoPassage : null);
    }

    private SentenceVerdict Check(WrittenSentence sentence, string language)
    {
        if (IsOtherLanguage(sentence.Text, language))
        {
            return SentenceVerdict.Cut(Unsupported.Language);
        }

        if (HasForeignAddress(sentence))
        {
            return SentenceVerdict.Cut(Unsupported.Address);
        }

        if (HasForeignContact(sentence))
        {
            return SentenceVerdict.Cut(Unsupported.PersonalData);
        }

        return _sentences.SaysNothing(sentence.Text) ? new SentenceVerdict(null, []) : _sentences.Verify(Url().Replace(sentence.Text, ""), sentence.Passages);
    }

    private VerifiedAnswer Finish(List<(WrittenSentence Sentence, Unsupported? Failure)> sentences)
    {
        var (kept, cut, length, followed) = (new List<WrittenSentence>(), new List<Unsupported>(), 0, sentences.Select(sentence => sentence.Failure).ToArray());
        for (var i = 0; i < sentences.Count; i++)
        {
            followed[i] ??= PointsToCut(i) ? Unsupported.Dangling : null;
            if (followed[i] is null)
            {
                length += sentences[i].Sentence.Text.Length;
                followed[i] = length > policies.Assistant.GeneratedAnswers.Length ? Unsupported.TooLong : null;
            }
        }

        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            // What leads to something must lead to what stood there.
            followed[i] ??= sentences[i].Sentence.Announces && (i + 1 == sentences.Count || followed[i + 1] is not null) ? Unsupported.Dangling : null;
        }

        kept.AddRange(sentences.Where((_, i) => followed[i] is null).Select(sentence => sentence.Sentence));
        cut.AddRange(followed.OfType<Unsupported>());
        var (said, left) = (sentences.Where((_, i) => followed[i] != Unsupported.TooLong).Count(sentence => Informs(sentence.Sentence)), kept.Count(Informs));
        return new VerifiedAnswer(kept, cut, left > 0 && left >= said * LeastLeft);

        // Steps behind one that is missing lead astray; "It takes two days." without the sentence before says it of something else.
        bool PointsToCut(int i) =>
            i > 0 && followed[i - 1] is not null
            && (DanglingStart.Is(sentences[i].Sentence.Text) || (sentences[i].Sentence.Item?.Number is not null && sentences[i - 1].Sentence.Item?.Number is not null));
    }

    private bool Informs(WrittenSentence sentence) => !sentence.Announces && !_sentences.SaysNothing(sentence.Text);

    // One borrowed word is no other language: two more words of the other than of the own are.
    private static bool IsOtherLanguage(string text, string language)
    {
        var words = TextAnalyzer.Words(text).ToList();
        var (french, english) = (words.Count(StopWords.IsFrench), words.Count(StopWords.IsEnglish));
        return language switch
        {
            "fr" => english >= french + 2,
            "en" => french >= english + 2,
            _ => LanguageDetector.Detect(text) is not null,
        };
    }

    private static bool HasForeignAddress(WrittenSentence sentence) => Url().Matches(sentence.Text).Any(
        match => !sentence.Passages.Any(passage => passage.Article.Url is { } url && url.AbsoluteUri == match.Value))
        || HostsIn(sentence.Text).Any(host => !sentence.Passages.Any(passage => HostsIn(passage.Chunk.Text).Contains(host, StringComparer.OrdinalIgnoreCase)));

    // A Messenger may make a link of "example.com" or "//example.com/pay": it stays where the passage itself shows it as a name, not within an address.
    private static IEnumerable<string> HostsIn(string text) => Host().Matches(text).Select(match => match.Value);

    private static bool HasForeignContact(WrittenSentence sentence) => Redactor.ContactsIn(sentence.Text).Any(
        contact => !sentence.Passages.Any(passage => Letters(passage.Chunk.Text).Contains(Letters(contact), StringComparison.OrdinalIgnoreCase)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\b(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|javascript:|data:)[^\s<>""»)\]]*(?<![.,;:!?])", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    // Also the name of a file, which has to stand in the passage too. Not the parts of an address or of an e-mail address.
    [GeneratedRegex(@"(?<![\w@.:/-])(?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?![\w.-]*@)(?:/[^\s<>""»)\]]*(?<![.,;:!?]))?", RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
