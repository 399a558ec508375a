using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Tests.Retrieval.Text;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("L'abonnement d'été", "abonnement ete")]
    [InlineData("Wi-Fi", "wifi wi fi")]
    [InlineData("l’e-mail", "email mail")]
    [InlineData("aujourd'hui qu'il", "aujourd hui il")]
    [InlineData("don't can't user's", "can user")]
    [InlineData("Œuvre Straße ﬁn", "oeuvre strasse fin")]
    [InlineData("jean.dupont@tandem.example", "jean.dupont@tandem.example")]
    [InlineData("2.1 19,90€", "21 2 1 19 90")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("… --- '' .", "")]
    [InlineData("", "")]
    public void Words_Text_IsFoldedAndSplit(string text, string expected) => string.Join(' ', TextAnalyzer.Words(text)).ShouldBe(expected);

    [Theory]
    [InlineData("abonnement abonnements abonner abonné abonnée abonnés")]
    [InlineData("annuler annulé annulée annulation annulations annule")]
    [InlineData("cancel cancels cancelled canceled cancelling cancellation cancellations")]
    [InlineData("réserver réservation réservations réservé")]
    [InlineData("facture factures facturation facturer facturé")]
    [InlineData("modifier modifié modifiée modifiez modification modifications modify modified modifies modifying")]
    [InlineData("notification notifications notifier notify notified")]
    [InlineData("réseau réseaux")]
    [InlineData("local locaux")]
    [InlineData("participant participants")]
    [InlineData("montant montants")]
    [InlineData("remboursement rembourser remboursé remboursements")]
    [InlineData("refund refunded refundable")]
    [InlineData("booking bookings booked book")]
    [InlineData("company companies")]
    [InlineData("option options")]
    [InlineData("class classes")]
    [InlineData("code codes")]
    [InlineData("changer changement changé change changing")]
    [InlineData("activité activités activity activities")]
    public void Analyze_FormsOfAWord_AreOneTerm(string forms) =>
        forms.Split(' ').Select(form => TextAnalyzer.Analyze(form).Single()).Distinct().ShouldHaveSingleItem();

    [Theory]
    [InlineData("compte comptable")]
    [InlineData("prix prise")]
    [InlineData("refundable comptable")]
    [InlineData("pass password")]
    [InlineData("membre member_x")]
    public void Analyze_OtherWords_StayApart(string words) =>
        words.Split(' ').Select(word => TextAnalyzer.Analyze(word)[0]).Distinct().Count().ShouldBe(2);

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("word \uDE00 word")]
    [InlineData("cut \uD83D")]
    [InlineData("👍🏽 ok")]
    public void Analyze_HalfSurrogates_DoNotThrow(string text) => Should.NotThrow(() => TextAnalyzer.Analyze(text));

    [Fact]
    public void AnalyzeQuery_Question_KeepsInformativeTermsOnce() =>
        TextAnalyzer.AnalyzeQuery("Comment annuler mon abonnement ? Annuler !").ShouldBe(["annul", "abon"]);

    [Fact]
    public void AnalyzeQuery_OnlyStopWords_KeepsThem() => TextAnalyzer.AnalyzeQuery("how to").ShouldNotBeEmpty();

    [Fact]
    public void Analyze_SameTextWithAndWithoutAccentsAndCase_IsTheSame() =>
        TextAnalyzer.Analyze("ÉTÉ À LA CRÈME").ShouldBe(TextAnalyzer.Analyze("ete a la creme"));
}
