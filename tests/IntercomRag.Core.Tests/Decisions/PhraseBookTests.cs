using IntercomRag.Core.Decisions;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

/// <summary>The phrases that ship, on sentences that no policy file quotes.</summary>
public sealed class PhraseBookTests
{
    [Theory]
    [InlineData("Je voudrais parler à quelqu'un", Signal.HumanRequest)]
    [InlineData("Est-ce que je peux avoir un conseiller au téléphone ?", Signal.HumanRequest)]
    [InlineData("passez-moi un responsable svp", Signal.HumanRequest)]
    [InlineData("I'd rather talk with a real person", Signal.HumanRequest)]
    [InlineData("can you get me an agent", Signal.HumanRequest)]
    [InlineData("Je souhaite être remboursé de mon dernier paiement", Signal.Refund)]
    [InlineData("Nous avons été débités deux fois", Signal.Refund)]
    [InlineData("You charged us twice in May", Signal.Refund)]
    [InlineData("Bonjour ! Merci !", Signal.Greeting)]
    [InlineData("I want a refund for October", Signal.Refund)]
    [InlineData("give me my money back", Signal.Refund)]
    [InlineData("Nous voulons résilier notre abonnement", Signal.CancelAccount)]
    [InlineData("please close my account", Signal.CancelAccount)]
    [InlineData("Votre service est inadmissible, c'est inadmissible", Signal.Complaint)]
    [InlineData("I am very disappointed with all this", Signal.Complaint)]
    [InlineData("C'est urgent, plus rien ne fonctionne à l'accueil", Signal.UrgentProblem)]
    [InlineData("our account was hacked this morning", Signal.UrgentProblem)]
    [InlineData("ça ne m'aide pas du tout", Signal.Unhelpful)]
    [InlineData("that did not help", Signal.Unhelpful)]
    [InlineData("merci beaucoup !", Signal.Thanks)]
    [InlineData("ok great thanks", Signal.Thanks)]
    [InlineData("Bonjour", Signal.Greeting)]
    [InlineData("oui je veux bien", Signal.Yes)]
    [InlineData("Non merci", Signal.No)]
    [InlineData("j'ai un problème", Signal.Vague)]
    [InlineData("the app shows an error", Signal.Technical)]
    public void Read_Sentence_GivesTheSignal(string text, Signal expected) =>
        ShippedPolicies.Set.Phrases.Read(text).ShouldContain(expected);

    [Theory]
    [InlineData("Comment rembourser un membre ?", Signal.Refund)]
    [InlineData("How do I refund a member?", Signal.Refund)]
    [InlineData("Comment résilier l'abonnement d'un adhérent ?", Signal.CancelAccount)]
    [InlineData("How can I cancel a class?", Signal.CancelAccount)]
    [InlineData("I don't need a human, thanks", Signal.HumanRequest)]
    [InlineData("Je ne veux pas parler à un humain", Signal.HumanRequest)]
    [InlineData("rien d'urgent", Signal.UrgentProblem)]
    [InlineData("merci mais ça ne marche pas", Signal.Thanks)]
    [InlineData("Bonjour ! Comment fonctionnent les listes d'attente ?", Signal.Greeting)]
    [InlineData("Thanks!\nOne more thing.\nHow long is a gift card valid?", Signal.Thanks)]
    [InlineData("Oui. Et pour les chèques vacances ?", Signal.Yes)]
    [InlineData("Nous avons été débités deux fois", Signal.UrgentProblem)]
    [InlineData("Can I give a coach the manager role?", Signal.HumanRequest)]
    [InlineData("How do I contact my members by SMS?", Signal.HumanRequest)]
    [InlineData("Comment contacter mes adhérents ?", Signal.HumanRequest)]
    public void Read_SentenceOnTheSameSubject_DoesNotGiveTheSignal(string text, Signal unexpected) =>
        ShippedPolicies.Set.Phrases.Read(text).ShouldNotContain(unexpected);
}
