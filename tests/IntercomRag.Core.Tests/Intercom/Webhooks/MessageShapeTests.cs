using IntercomRag.Core.Intercom.Webhooks;

namespace IntercomRag.Core.Tests.Intercom.Webhooks;

public sealed class MessageShapeTests
{
    [Theory]
    [InlineData("Comment annuler ma réservation ?")]
    [InlineData("Comment annuler ma réservation?! 🙏")]
    [InlineData("Prix ?")]
    [InlineData("comment annuler une séance")]
    [InlineData("bonjour comment annuler une séance")]
    [InlineData("Est-ce que je peux suspendre mon abonnement")]
    [InlineData("Ça ne marche pas.")]
    [InlineData("Je n'arrive plus à me connecter depuis ce matin")]
    [InlineData("Je n'arrive plus à me connecter depuis ce matin :-(")]
    [InlineData("<p>Bonjour,<br>où est ma facture&nbsp;?</p>")]
    [InlineData("Bonjour,\noù est ma facture ?")]
    [InlineData("<p>Bonjour</p><p class=\"no-margin\">Nous avons pris la formule Club.</p>")]
    [InlineData("J'ai reçu deux factures (une de trop) !")]
    [InlineData("How do I cancel a booking?")]
    [InlineData("how can I cancel")]
    [InlineData("can I change my plan")]
    [InlineData("The app crashes every time I open it")]
    [InlineData("We would like to sell gift cards.")]
    [InlineData("Why is 3 < 5 members not allowed?...")]
    [InlineData("Kann ich meine Buchung stornieren?")]
    [InlineData("この予約をキャンセルできますか?")]
    public void IsComplete_MessageThatStandsByItself_True(string body) => IsComplete(body).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("<p></p>")]
    [InlineData("<img src=\"https://downloads.intercomcdn.com/i/o/1/a.png\">")]
    [InlineData("👍")]
    [InlineData("???")]
    [InlineData("...")]
    [InlineData("Bonjour")]
    [InlineData("Bonjour !")]
    [InlineData("Bonjour à toute l'équipe,")]
    [InlineData("<p>Bonsoir&nbsp;!&nbsp;😊</p>")]
    [InlineData("j'ai un souci :")]
    [InlineData("J'ai un problème.")]
    [InlineData("j'ai une question")]
    [InlineData("Je voudrais savoir si")]
    [InlineData("Depuis hier je ne peux plus me connecter à l'application et")]
    [InlineData("Depuis hier je ne peux plus me connecter à l'application,")]
    [InlineData("Depuis hier je ne peux plus me connecter...")]
    [InlineData("alors voilà…")]
    [InlineData("comment faire")]
    [InlineData("Merci")]
    [InlineData("Hello")]
    [InlineData("Hi there!")]
    [InlineData("Good morning team.")]
    [InlineData("I need help.")]
    [InlineData("I have a question")]
    [InlineData("It happens every time I try to open the app when")]
    [InlineData("Here is what I did so far:")]
    [InlineData("ok :)")]
    [InlineData("oui")]
    public void IsComplete_Fragment_False(string body) => IsComplete(body).ShouldBeFalse();

    [Fact]
    public void IsComplete_VeryLongMessage_IsJudgedByItsEnd()
    {
        var start = string.Concat(Enumerable.Repeat("Hello ", 200_000));

        IsComplete(start + "and so it does not work.").ShouldBeTrue();
        IsComplete(start + "and so it does not work because").ShouldBeFalse();
    }

    [Fact]
    public void IsComplete_Choice_True() => MessageShape.Choice.IsComplete(50, 100).ShouldBeTrue();

    private static bool IsComplete(string body)
    {
        var options = new WebhookOptions();
        return MessageShape.Of(body).IsComplete(options.SentenceWords, options.LongMessageWords);
    }
}
