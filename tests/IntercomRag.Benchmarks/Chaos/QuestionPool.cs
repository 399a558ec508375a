namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What customers write. Each line stands on its own, so that a burst may be cut anywhere.</summary>
internal static class QuestionPool
{
    /// <summary>Each about another article of the demo workspace; which one, the calibration learns.</summary>
    public static IReadOnlyList<Topic> Topics { get; } =
    [
        new("en", ["How do I turn on two-factor login for my account?", "Where do I set up the six-digit authentication code for login?"]),
        new("en", ["How long is a gift card valid after the purchase?", "Can members buy gift cards online in our shop?"]),
        new("en", ["Which tablets can I use as a kiosk at the entrance?", "How do I leave the kiosk mode on the tablet with the PIN?"]),
        new("en", ["How can members sync their classes with Outlook or Google Calendar?", "Does the Google Calendar sync of the schedule update by itself?"]),
        new("en", ["How do I import members from a CSV file?", "Which columns does the CSV file for the member import need?"]),
        new("en", ["How do waiting lists for full classes work?", "What happens on the waiting list when somebody cancels a place?"]),
        new("en", ["How do I create promotional codes with a discount?", "Can a promotional code be limited to new members?"]),
        new("en", ["How do I put the booking widget on our website?", "Can I change the colours of the booking widget on the site?"]),
        new("en", ["How do I add a closing day to the schedule?", "What happens to bookings on closing days and public holidays?"]),
        new("en", ["When does the payout money of our sales arrive on the bank account?", "Where do I see the fees that were taken from a payout?"]),
        new("en", ["How do I connect Tandem with Zapier?", "Which triggers does the Zapier connection have?"]),
        new("en", ["How do I set no-show fees for members who miss classes?", "Can I waive the no-show fee of one member?"]),
        new("en", ["How do I check members in with the QR code?", "Where do members find the QR code for the check-in?"]),
        new("en", ["How do I rent out equipment such as climbing shoes?", "How is rented equipment returned and counted in stock?"]),
        new("fr", ["Comment activer la double authentification sur mon compte ?", "Où configurer le code à six chiffres de la double authentification ?"]),
        new("fr", ["Combien de temps une carte cadeau est-elle valable ?", "Les adhérents peuvent-ils acheter une carte cadeau en ligne ?"]),
        new("fr", ["Comment mettre une tablette en mode borne à l'entrée ?", "Comment quitter le mode borne de la tablette avec le code PIN ?"]),
        new("fr", ["Comment synchroniser le planning avec Google Agenda ou Outlook ?", "La synchronisation Google Agenda du planning est-elle automatique ?"]),
        new("fr", ["Comment importer des adhérents depuis un fichier CSV ?", "Quelles colonnes faut-il dans le fichier CSV pour importer les adhérents ?"]),
        new("fr", ["Comment fonctionnent les listes d'attente des cours complets ?", "Que se passe-t-il sur la liste d'attente quand une place se libère ?"]),
        new("fr", ["Comment créer des codes promo avec une remise ?", "Peut-on limiter un code promo aux nouveaux adhérents ?"]),
        new("fr", ["Comment installer le widget de réservation sur notre site ?", "Peut-on changer les couleurs du widget de réservation du site ?"]),
        new("fr", ["Comment ajouter un jour de fermeture au planning ?", "Que deviennent les réservations les jours fériés et de fermeture ?"]),
        new("fr", ["Quand l'argent des versements arrive-t-il sur le compte bancaire ?", "Où voir les frais retenus sur un versement ?"]),
        new("fr", ["Comment connecter Tandem à Zapier ?", "Quels déclencheurs propose la connexion Zapier ?"]),
        new("fr", ["Comment régler les frais d'absence des adhérents aux cours ?", "Peut-on annuler les frais d'absence no-show d'un adhérent ?"]),
        new("fr", ["Comment pointer les adhérents avec le QR code ?", "Où les adhérents trouvent-ils leur QR code de pointage ?"]),
        new("fr", ["Comment louer des chaussons à mes grimpeurs ?", "Comment gérer le stock du matériel loué par le club ?"]),
    ];

    /// <summary>Asks for a human, or for what only humans may give.</summary>
    public static string[] Handovers(string language) => language == "fr"
        ? ["Je voudrais parler à un conseiller", "Je veux être remboursé de mon abonnement Tandem", "Pouvez-vous me passer un humain ? Je veux parler à une personne."]
        : ["I want to talk to a human agent", "I want a refund for my Tandem subscription", "Can I speak with a real person please?"];

    /// <summary>Too little to search for: the first time the assistant asks back, the second time it offers a human.</summary>
    public static string[] Vague(string language) => language == "fr"
        ? ["J'ai un problème", "Ça ne marche pas", "J'ai une question"]
        : ["I have a problem", "It doesn't work", "I have a question"];

    public static string Greeting(string language) => language == "fr" ? "Bonjour" : "Hello";
}
