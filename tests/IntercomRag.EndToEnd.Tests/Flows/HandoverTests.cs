using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Flows;

public sealed class HandoverTests(RunningProduct product)
{
    [Theory]
    [InlineData("fr", "je voudrais parler à quelqu'un", "human_request", Person.Support, "Bien sûr. Je passe votre conversation à l'équipe Support")]
    [InlineData("en", "Can I talk to a real person please?", "human_request", Person.Support, "I am passing your conversation to the Support team")]
    [InlineData("fr", "Je souhaite obtenir le remboursement de mon dernier mois d'abonnement", "refund", Person.Billing, "je la transmets à l'équipe Billing")]
    [InlineData("fr", "J'ai été débité deux fois, je veux être remboursé.", "refund", Person.Billing, "je la transmets à l'équipe Billing")]
    [InlineData("en", "I want my money back for last month's subscription", "refund", Person.Billing, "I am passing it to the Billing team")]
    [InlineData("fr", "Votre service est vraiment inadmissible, je veux porter plainte", "complaint", Person.Support, "Je suis désolé")]
    [InlineData("en", "I am really unhappy with your service, this is unacceptable", "complaint", Person.Support, "I am sorry")]
    [InlineData("fr", "C'est urgent, plus personne ne peut réserver, tout est en panne depuis ce matin", "urgent_problem", Person.Support, "Je comprends que c'est urgent")]
    [InlineData("en", "This is urgent, nobody can book anything and members are locked out!", "urgent_problem", Person.Support, "I understand that this is urgent")]
    [InlineData("fr", "Les adhérents peuvent-ils payer en bitcoins ou en cryptomonnaie ?", "low_confidence", Person.Support, "je préfère ne pas deviner")]
    [InlineData("en", "Can Tandem order coffee beans from my supplier automatically?", "low_confidence", Person.Support, "I would rather not guess")]
    public async Task Message_ThatAHumanShouldAnswer_IsHandedOver(string language, string text, string reason, string team, string said)
    {
        var customer = await product.CustomerAsync(language, "Élise Durand");

        var message = await customer.AskAsync(text);

        var handover = Handover.Of(await customer.ConversationAsync(), team, reason);
        handover.Note.Text.ShouldContain(text);
        handover.Note.Text.ShouldContain("Élise Durand");
        handover.Message.Id.ShouldBe(message.Id);
        handover.Message.Text.ShouldContain(said);
    }

    [Fact]
    public async Task UrgentProblem_HandedOver_SaysSoInTheNote()
    {
        var customer = await product.CustomerAsync("en");

        await customer.AskAsync("Emergency! All our doors are blocked and members cannot get in!");

        Handover.Of(await customer.ConversationAsync(), Person.Support, "urgent_problem").Note.Text.ShouldContain("Priority: urgent");
    }

    [Fact]
    public async Task Note_AfterAnAnswer_TellsWhatWasSaidAndWhichArticlesWereQuoted()
    {
        var customer = await product.CustomerAsync("fr");
        await customer.AskAsync("Comment louer des chaussons à mes grimpeurs ?");

        await customer.AskAsync("Je voudrais parler à un conseiller");

        var note = Handover.Of(await customer.ConversationAsync(), Person.Support, "human_request").Note;
        note.Text.ShouldContain("Résumé des échanges");
        note.Text.ShouldContain("Comment louer des chaussons à mes grimpeurs ?");
        note.Articles.ShouldContain("1053");
    }

    [Fact]
    public async Task HandedOver_CustomerWritesAgain_AssistantStaysSilent()
    {
        var customer = await product.CustomerAsync("en");
        await customer.AskAsync("Can I talk to a real person please?");
        var before = await customer.ConversationAsync();

        await customer.SayAsync("How do I set up climbing waivers?");
        await product.SettleAsync();

        (await customer.ConversationAsync()).Parts.Count.ShouldBe(before.Parts.Count + 1);
    }
}
