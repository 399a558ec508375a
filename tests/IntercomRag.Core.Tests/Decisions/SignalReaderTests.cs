using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

/// <summary>The phrases and examples that ship, on sentences that no policy file quotes.</summary>
public sealed class SignalReaderTests
{
    private static readonly SignalReader Reader = new(ShippedPolicies.Set);

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
        Shown(text).ShouldContain(expected);

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
        Shown(text).ShouldNotContain(unexpected);

    [Theory]
    [InlineData("il me faudrait quelqu un de votre boite pour en causer", Signal.HumanRequest)]
    [InlineData("Vous n'auriez pas une vraie personne à me passer ?", Signal.HumanRequest)]
    [InlineData("Ok so I keep going in circles with this assistant, can one of your people just phone me?", Signal.HumanRequest)]
    [InlineData("could you get one of your people on the phone for me", Signal.HumanRequest)]
    [InlineData("hey ca fait 2 jours que mon dossier est bloqué, je veux discuter avec un responsable", Signal.HumanRequest)]
    [InlineData("Mon porte-monnaie a été dérobé avec ma carte, bloquez-la vite", Signal.UrgentProblem)]
    [InlineData("there are payments on my card that I never made", Signal.UrgentProblem)]
    [InlineData("vous mavez facturé le stage alors quil a été annulé, rendez moi la somme", Signal.Refund)]
    [InlineData("the jacket came torn, I'd like to be paid back", Signal.Refund)]
    [InlineData("nous fermons le studio, merci de mettre un terme à notre contrat", Signal.CancelAccount)]
    [InlineData("we found another tool, so please end our plan", Signal.CancelAccount)]
    [InlineData("Votre façon de traiter les gens est scandaleuse, je suis hors de moi", Signal.Complaint)]
    [InlineData("your staff was rude and nobody apologised, that is outrageous", Signal.Complaint)]
    [InlineData("je souhaite que vous effaciez toutes les données que vous gardez sur moi", Signal.LegalPrivacy)]
    [InlineData("you will hear from my attorney", Signal.LegalPrivacy)]
    [InlineData("raconte moi une histoire drôle", Signal.OffTopic)]
    public void Read_WordingThatNoFileHas_GivesTheSignal(string text, Signal expected) => Shown(text).ShouldContain(expected);

    [Theory]
    [InlineData("Le client m'a dit qu'il voulait un remboursement, comment faire ?")]
    [InlineData("Une adhérente veut parler à son coach, où trouve-t-elle la messagerie ?")]
    [InlineData("A student says \"I want my money back\". What are the steps on my side?")]
    [InlineData("Un membre m'écrit « je souhaite résilier mon abonnement ». Où est-ce que je fais ça ?")]
    [InlineData("I don't want to cancel my plan, I only want to pause it")]
    [InlineData("je ne veux pas être remboursé, je voudrais décaler la date")]
    [InlineData("Pas besoin d'un conseiller, je cherche juste la page des tarifs")]
    [InlineData("How do I refund a guest who booked twice?")]
    [InlineData("Comment supprimer les données d'un ancien membre ?")]
    [InlineData("How long does a refund take to show?")]
    [InlineData("Que faire si un élève perd sa carte ?")]
    [InlineData("I was refunded in spring, where do I find the receipt?")]
    public void Read_NegationQuotationOrHowTo_EscalatesNothing(string text) => Shown(text).ShouldNotContain(signal => Escalating.Contains(signal));

    [Fact]
    public void Read_GraveSentenceAmongOthers_IsFound() =>
        Shown("Bonjour. J'ai bien reçu votre réponse sur les horaires, merci. Par contre je souhaite être remboursé du mois de mai.").ShouldBe([Signal.Refund]);

    [Fact]
    public void Read_PhraseAndClassifierAgree_SaysSoAndNamesTheFeatures()
    {
        var evidence = Reader.Read("Je voudrais être remboursé, svp").ShouldHaveSingleItem();

        (evidence.ByPhrase, evidence.ByClassifier).ShouldBe((true, true));
        evidence.Probability.ShouldBeInRange(0.85, 1);
        evidence.Code.ShouldMatch(@"^refund:[01]\.\d\d\(phrase\|classifier\)$");
        evidence.Features.ShouldContain(feature => feature.StartsWith("[give back] +", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("?!?")]
    [InlineData("\ud83d\ude00")]
    [InlineData("\ud83d")]
    [InlineData("«»")]
    public void Read_NoWords_ShowsNothing(string text) => Reader.Read(text).ShouldBeEmpty();

    private static readonly HashSet<Signal> Escalating =
        [Signal.HumanRequest, Signal.UrgentProblem, Signal.LegalPrivacy, Signal.Refund, Signal.CancelAccount, Signal.Complaint];

    private static List<Signal> Shown(string text) => [.. Reader.Read(text).Select(evidence => evidence.Signal)];
}
