using IntercomRag.Core.Answers.Verification;

namespace IntercomRag.Core.Tests.Answers.Verification;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("14 jours", "two weeks")]
    [InlineData("quatorze jours", "14 days")]
    [InlineData("1 000,50 €", "€1,000.50")]
    [InlineData("quatre-vingt-dix minutes", "an hour and ninety minutes")]
    [InlineData("une demi-heure", "30 minutes")]
    [InlineData("12 h 30", "12:30")]
    [InlineData("9 h", "9:00")]
    [InlineData("9 am", "9:00")]
    [InlineData("20 pour cent", "20 %")]
    [InlineData("5,5 %", "5.5%")]
    [InlineData("twenty-one credits", "21 crédits")]
    [InlineData("5 000 lignes", "5,000 rows")]
    [InlineData("3 jours ouvrés", "three working days")]
    [InlineData("un an", "12 months")]
    [InlineData("10 Mo", "10 MB")]
    [InlineData("5 à 10 jours", "10 to 5 days")]
    public void Read_SameNumberWrittenOtherwise_Matches(string one, string other) =>
        FigureReader.Read(one)[0].ShouldSatisfyAllConditions(figure => FigureReader.Read(other).ShouldContain(found => figure.Matches(found)));

    [Theory]
    [InlineData("3 working days", "3 days")]
    [InlineData("14 days", "15 days")]
    [InlineData("14 days", "14 months")]
    [InlineData("€29", "$29")]
    [InlineData("9:00", "21:00")]
    [InlineData("1.5 %", "15 %")]
    public void Read_AnotherNumber_DoesNotMatch(string one, string other) =>
        FigureReader.Read(one)[0].Matches(FigureReader.Read(other)[0]).ShouldBeFalse();

    [Theory]
    [InlineData("Error TD-201 with status 2xx, see HMAC-SHA256 and version 2.1.3")]
    [InlineData("Une carte et un crédit à la fois")]
    [InlineData("Pay €9 a month", 9)]
    public void Read_CodesArticlesAndRates_AreNoNumbers(string text, params int[] numbers) =>
        FigureReader.Read(text).Select(figure => (int)figure.Number).ShouldBe(numbers);

    [Theory]
    [InlineData("at least 12 characters", "at most 12 characters")]
    [InlineData("jusqu'à 12 mois", "au moins 12 mois")]
    [InlineData("30 minutes before", "30 minutes after")]
    [InlineData("24 heures avant", "24 heures après")]
    public void AgreesWith_OtherSide_IsFalse(string one, string other) =>
        FigureReader.Read(one)[0].AgreesWith(FigureReader.Read(other)[0]).ShouldBeFalse();
}
