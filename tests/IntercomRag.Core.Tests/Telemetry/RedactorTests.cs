using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Tests.Telemetry;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("écrivez à zoé.petit+club@exemple.example svp", "écrivez à [email] svp")]
    [InlineData("My address is jo_smith@mail.club.example.", "My address is [email].")]
    [InlineData("appelez-moi au 06 12 34 56 78 demain", "appelez-moi au [phone] demain")]
    [InlineData("tél. 06.12.34.56.78", "tél. [phone]")]
    [InlineData("mon numéro : +33 6 12 34 56 78", "mon numéro : [phone]")]
    [InlineData("0033612345678 merci", "[phone] merci")]
    [InlineData("call me on (555) 010-2345 or 020 7946 0958", "call me on [phone] or [phone]")]
    [InlineData("ring 07700 900123", "ring [phone]")]
    [InlineData("la carte 4242 4242 4242 4242 est refusée", "la carte [card] est refusée")]
    [InlineData("card 4242-4242-4242-4242, exp 12/27", "card [card], exp 12/27")]
    [InlineData("IBAN FR76 3000 6000 0112 3456 7890 189 merci", "IBAN [iban] merci")]
    [InlineData("iban: gb29nwbk60161331926819", "iban: [iban]")]
    public void Redact_PersonalData_LeavesItsKind(string text, string redacted) => Redactor.Redact(text).ShouldBe(redacted);

    [Theory]
    [InlineData("La formule Club coûte 69 € par mois, soit 828 € par an, depuis le 01/02/2026.")]
    [InlineData("Error TD-402 on order 20260214, 1 250 members, 14:30, version 2.16.0.")]
    [InlineData("Open Settings > Billing > Invoices. 10 000 € ; 0,07 € ; 25 %")]
    [InlineData("The number 4111 1111 1111 1112 is no card.")]
    public void Redact_NoPersonalData_LeavesTheText(string text) => Redactor.Redact(text).ShouldBe(text);

    [Theory]
    [InlineData("bonjour, je suis zoe petit", "Zoé Petit", "bonjour, je suis [name] [name]")]
    [InlineData("C'est Zoé.", "Zoé Petit", "C'est [name].")]
    [InlineData("Le compte de Bertrand Le Gall est bloqué", "Bertrand Le Gall", "Le compte de [name] [name] [name] est bloqué")]
    [InlineData("Will it work? Will Smith asks.", "Will Smith", "Will it work? [name] [name] asks.")]
    [InlineData("Rosemary is another word", "Rose Mary", "Rosemary is another word")]
    public void Redact_NameOfTheCustomer_IsTakenOut(string text, string name, string redacted) => Redactor.Redact(text, name).ShouldBe(redacted);

    [Fact]
    public void Redact_UnknownName_ChangesNothing() => Redactor.Redact("Hello", null, "").ShouldBe("Hello");
}
