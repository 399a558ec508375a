using IntercomRag.Core.Retrieval.CrossLanguage;

namespace IntercomRag.Core.Tests.Retrieval.CrossLanguage;

public sealed class TranslationModelTests
{
    private const int Invoice = 1;
    private const int Member = 2;
    private const int Course = 3;

    // "facture d'un membre", "cours d'un membre" …; a word of the other language is ten times its number.
    private static readonly AlignedTexts[] s_texts =
    [
        Of(Invoice, Member),
        Of(Invoice, Course),
        Of(Member, Course),
        Of(Member),
    ];

    [Fact]
    public void Learn_FewTexts_TellsWhichWordStandsForWhich()
    {
        var learned = TranslationModel.Learn(s_texts);

        foreach (var word in new[] { Invoice, Member, Course })
        {
            learned[word][0].Word.ShouldBe(10 * word);
            learned[word][0].Probability.ShouldBeGreaterThan(0.5);
        }
    }

    [Fact]
    public void Learn_WordThatStandsBesideOthersOnce_HasNoTranslation()
    {
        var crowd = new AlignedTexts([4, 5, 6, 7, 8, 9, 11, 12], [40, 50, 60, 70, 80, 90, 110, 120]);

        TranslationModel.Learn([crowd]).ShouldBeEmpty();
    }

    // Numbers follow the order in which articles came into the index.
    [Fact]
    public void Learn_EquallyProbableTranslations_AreChosenByTheTextNotByTheirNumbers()
    {
        TranslationModel.Learn([new AlignedTexts([1], [10, 20, 30])])[1].Select(translation => translation.Word).ShouldBe([10, 20]);
        TranslationModel.Learn([new AlignedTexts([1], [30, 20, 10])])[1].Select(translation => translation.Word).ShouldBe([30, 20]);
    }

    [Fact]
    public void Learn_Again_GivesTheSameNumbers()
    {
        var first = TranslationModel.Learn(s_texts);
        var second = TranslationModel.Learn(s_texts);

        second.Keys.ShouldBe(first.Keys);
        second.Values.SelectMany(word => word).ShouldBe(first.Values.SelectMany(word => word));
    }

    [Fact]
    public void Learn_TextsBeyondTheMostPairs_AreLeftOut()
    {
        // Three words (one for nothing) with two make six pairs; the second text would be twelve.
        var learned = TranslationModel.Learn(TranslationModel.Within(11, [Of(Member, Member), Of(Invoice, Course)]));

        learned.Keys.ShouldBe([Member]);
    }

    [Fact]
    public void Learn_TextsWithoutWordsOnOneSide_AreNoTexts() =>
        TranslationModel.Within(11, [new AlignedTexts([1], []), new AlignedTexts([], [10])]).ShouldBeEmpty();

    private static AlignedTexts Of(params int[] words) => new(words, [.. words.Select(word => 10 * word)]);
}
