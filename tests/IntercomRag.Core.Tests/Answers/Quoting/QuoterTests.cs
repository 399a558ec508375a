using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Tests.Answers.Quoting;

public sealed class QuoterTests
{
    private static string Filler => Quotes.Filler;

    [Theory]
    [InlineData("How do I export the members?", "To export the members", "Open Members.", "Choose Export.", "Press Save.")]
    [InlineData("Comment exporter les adhérents ?", "Pour exporter les adhérents", "Ouvrez Adhérents.", "Choisissez Exporter.", "Validez.")]
    public void Quote_StepsOfAProcedure_ComeCompleteInOrderBehindTheirIntroduction(string question, string intro, string one, string two, string three) =>
        Quotes.Of($"{Filler}<p>{intro} :</p><ol><li>{one}</li><li>{two}</li><li>{three}</li></ol>{Filler}", question)
            .ShouldContain($"{intro} :|1. {one}\n2. {two}\n3. {three}");

    [Fact]
    public void Quote_StepsWithANoteBetweenThem_AreOneProcedure() =>
        Quotes.Of($"<h2>Import members</h2><ol><li>Open Members.</li></ol><p>Only owners see it.</p><ol start=\"2\"><li>Press Import members.</li></ol>{Filler}", "how to import members")
            .ShouldContain("1. Open Members.|Only owners see it.|2. Press Import members.");

    [Fact]
    public void Quote_StepsCutByTheEndOfAPassage_AreOneProcedure()
    {
        var steps = Enumerable.Range(1, 14).Select(i => $"Check switch {i}.").ToList();
        var before = string.Concat(Enumerable.Repeat("<p>Some words about the printer and what it is for, none of them useful.</p>", 24));
        var article = $"<h2>Printer</h2>{before}<p>To reset the badge printer:</p><ol>{string.Concat(steps.Select(step => $"<li>{step}</li>"))}</ol>";
        var chunks = Quotes.Passages(article, "x").Count(hit => hit.Chunk.Text.Contains("Check switch", StringComparison.Ordinal));

        var quoted = Quotes.Of(article, "how do I reset the badge printer");

        chunks.ShouldBeGreaterThan(0);
        steps.ShouldAllBe(step => quoted.Contains(step, StringComparison.Ordinal));
    }

    [Fact]
    public void Quote_StepsThatAreTooLongTogether_StartAtTheFirst()
    {
        var steps = string.Concat(Enumerable.Range(1, 12).Select(i => $"<li>Step {i} opens the panel, {string.Join(' ', Enumerable.Repeat("slowly", 12))}.</li>"));

        var quoted = Quotes.Of($"<p>To calibrate the scanner:</p><ol>{steps}</ol>", "how to calibrate the scanner step 9");

        quoted.ShouldStartWith("To calibrate the scanner:|1. Step 1 opens");
        quoted.ShouldContain("\n2. Step 2 opens", customMessage: quoted);
        quoted.Length.ShouldBeLessThanOrEqualTo(Quoter.Longest + 10);
    }

    [Theory]
    [InlineData("What does the Studio plan cost?", "Plan | Price\nStudio | 59 €")]
    [InlineData("Quel est le prix de la formule Club ?", "Plan | Price\nClub | 99 €")]
    public void Quote_RowOfATable_ComesAloneUnderItsHeader(string question, string expected) =>
        Quotes.Of(
            $"{Filler}<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Solo</td><td>29 €</td></tr><tr><td>Studio</td><td>59 €</td></tr>" +
            $"<tr><td>Club</td><td>99 €</td></tr></table>{Filler}",
            question).ShouldContain(expected);

    [Theory]
    [InlineData("que peut faire un coach ?", "Action | Owner | Coach\nBook | yes | own classes")]
    public void Quote_ColumnThatIsAskedFor_BringsItsTable(string question, string expected) =>
        Quotes.Of($"<p>Every account has a role.</p>{Filler}<table><tr><th>Action</th><th>Owner</th><th>Coach</th></tr><tr><td>Book</td><td>yes</td><td>own classes</td></tr></table>{Filler}", question)
            .ShouldContain(expected);

    [Fact]
    public void Quote_TableOfWhichNoRowStandsOut_ComesWhole() =>
        Quotes.Of("<p>The plans:</p><table><tr><th>Plan</th><th>Price</th></tr><tr><td>Solo</td><td>29 €</td></tr><tr><td>Studio</td><td>59 €</td></tr></table>", "which plans are there")
            .ShouldBe("The plans:|Plan | Price\nSolo | 29 €\nStudio | 59 €");

    [Theory]
    [InlineData(
        "What is a credit pack?",
        "<p>Many clubs sell credit packs. Members love a credit pack, they say.</p><p>Prices of a credit pack vary.</p><p>A credit pack is a prepaid number of classes.</p>",
        "A credit pack is a prepaid number of classes.")]
    [InlineData(
        "C'est quoi un carnet ?",
        "<p>Les clubs aiment vendre un carnet. Un carnet par personne, disent-ils.</p><p>Le carnet coûte peu.</p><p>Un carnet est un lot de séances payées d'avance.</p>",
        "Un carnet est un lot de séances payées d'avance.")]
    public void Quote_QuestionForADefinition_HasTheSentenceThatDefines(string question, string html, string expected) =>
        Quotes.Of(html + Filler, question).ShouldContain(expected);

    [Theory]
    [InlineData("How much is the late fee?", "The late fee depends on the club.", "The late fee is 5 €.")]
    [InlineData("Combien coûtent les frais de retard ?", "Les frais de retard varient.", "Les frais de retard sont de 5 €.")]
    [InlineData("How long does a refund take?", "A refund is made to the card.", "A refund arrives within five days.")]
    [InlineData("Quel est le délai de remboursement ?", "Le remboursement va sur la carte.", "Le remboursement arrive sous cinq jours.")]
    public void Quote_QuestionForANumber_PrefersTheSentenceThatHasIt(string question, string without, string with)
    {
        var quoted = Quotes.Of($"<h2>A</h2><p>First.</p>{Filler}<h2>B</h2><p>{without}</p>{Filler}<h2>C</h2><p>{with}</p>{Filler}", question);

        quoted.ShouldContain(with);
    }

    [Theory]
    [InlineData("and for the phone?", "how do I set up two-factor login", "Your phone gets a code.")]
    [InlineData("et pour le téléphone ?", "comment activer la double authentification", "Le téléphone reçoit un code.")]
    public void Quote_FollowUp_QuotesWhatIsAskedNow(string now, string earlier, string expected) =>
        Quotes.Of(
            $"<h2>Set up two-factor login, activer la double authentification</h2><p>Open Security.</p>{Filler}<h2>Devices</h2><p>{expected}</p>{Filler}", now, earlier)
            .ShouldContain(expected);

    [Fact]
    public void Quote_MereYes_QuotesWhatTheAssistantSpokeOf() =>
        Quotes.Of(
            $"<h2>One</h2><p>Open Security.</p>{Filler}<h2>Two</h2><p>Annual members pause their membership for a month.</p>{Filler}",
            "yes",
            replied: "Are you an annual member?").ShouldContain("Annual members pause");

    [Theory]
    [InlineData("Deleting a class needs an owner. This also removes its 12 bookings.", "bookings removed")]
    [InlineData("Seul un propriétaire supprime un cours. Cela annule ses 12 réservations.", "annule réservations")]
    public void Quote_SentenceThatPointsBack_BringsTheOneBefore(string pair, string question) =>
        Quotes.Of($"{Filler}<p>{pair}</p>{Filler}", question).ShouldContain(pair);

    [Theory]
    [InlineData("Il faut un compte.", false)]
    [InlineData("Il y a deux comptes.", false)]
    [InlineData("Il y dépose un fichier.", true)]
    [InlineData("It is possible to pause.", false)]
    [InlineData("It takes two days.", true)]
    [InlineData("Cette option est payante.", true)]
    [InlineData("Cesar is a name.", false)]
    [InlineData("However, owners can.", true)]
    public void DanglingStart_Sentence_IsToldApart(string sentence, bool expected) => DanglingStart.Is(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("<p>Send us the following documents:</p>")]
    [InlineData("<p>Envoyez les documents suivants :</p>")]
    public void Quote_AnnouncementWithNothingBehindIt_IsNotTheEnd(string announcement)
    {
        var quoted = Quotes.Of($"<p>A membership documents check takes a day.</p>{announcement}", "membership documents");

        quoted.ShouldBe("A membership documents check takes a day.");
    }

    [Fact]
    public void Quote_AnswerInALaterPassage_IsFound() =>
        Quotes.Of(
            $"<h2>Refund</h2><p>A refund of a class is a refund like another refund.</p>{Filler}{Filler}{Filler}<h2>Cash</h2><p>Refunds of cash need a receipt.</p>{Filler}",
            "refund cash receipt").ShouldContain("Refunds of cash need a receipt.");

    [Fact]
    public void Quote_HeadingThatSaysWhatTheTextDoesNot_IsShown() =>
        Quotes.Of($"<h2>Cards</h2><p>Visa works.</p>{Filler}<h2>Refunds</h2><p>Within five days.</p>", "how long do refunds take")
            .ShouldContain("Refunds|Within five days.");

    [Fact]
    public void Quote_TwoPlaces_EachStandUnderTheirHeading() =>
        Quotes.Of($"<h2>Rule</h2><p>Bookings close at noon.</p>{Filler}<h2>Exception</h2><p>Bookings close at six on Sundays.</p>{Filler}", "bookings close")
            .ShouldSatisfyAllConditions(
                quoted => quoted.ShouldStartWith("Rule|Bookings close at noon."),
                quoted => quoted.ShouldContain("Exception|Bookings close at six on Sundays."));

    [Fact]
    public void Quote_EveryKindOfLongText_StaysUnderTheCap()
    {
        var words = string.Join(' ', Enumerable.Repeat("endless words about billing", 200));
        var items = string.Concat(Enumerable.Repeat("<li>billing of a member, and of another one</li>", 60));
        string[] bodies = [$"<p>{words}</p>", $"<ul>{items}</ul>", $"<ol>{items}</ol>", $"<blockquote><p>{words}</p></blockquote>", $"<pre>{words}</pre>", $"<ul><li>{words}</li></ul>"];

        bodies.Select(body => Quotes.Of(body, "billing").Length).ShouldAllBe(length => length <= Quoter.Longest);
    }

    [Fact]
    public void Quote_PassageOfImagesOnly_IsNothing() => Quotes.Blocks("<p><img alt=\"The list of invoices\" src=\"x\"></p>", "invoices").ShouldBeEmpty();

    [Fact]
    public void Quote_LongTable_KeepsTheHeaderAndTheRowAskedFor()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"<tr><td>E{i:00}</td><td>Some cause number {i}</td></tr>"));

        Quotes.Blocks($"<table><tr><th>Code</th><th>Cause</th></tr>{rows}</table>", "E17").Single(block => block.Text.Kind == BlockKind.Table)
            .Text.Lines.ShouldBe(["Code | Cause", "E17 | Some cause number 17"]);
    }
}
