namespace IntercomRag.Benchmarks.Attacks;

/// <summary>The ways in which a customer brings an attack along. Attacks and questions are matched in their order.</summary>
internal static class CustomerCarriers
{
    public static IReadOnlyList<Carrier> All { get; } =
    [
        Of("message alone", (writer, attack, _) => writer.Customer(attack), hasQuestion: false),
        Of("message, then question", (writer, attack, question) => writer.Customer($"{attack}\n{question}")),
        Of("question, then message", (writer, attack, question) => writer.Customer($"{question}\n{attack}")),
        Of("attribute of the profile", (writer, attack, question) => writer.Attribute("note", attack).Customer(question), isElsewhere: true),
        Of("name of the customer", (writer, attack, question) => writer.Named(attack.ReplaceLineEndings(" ")).Customer(question), isElsewhere: true),
        Of("earlier message", (writer, attack, question) => writer.Customer(attack).Assistant("How can I help?").Customer(question)),
    ];

    private static string QuestionFor(int index, IReadOnlyList<DemoQuestion> questions) => questions[index % questions.Count].Text;

    private static Carrier Of(string name, Func<CaseWriter, string, string, CaseWriter> write, bool hasQuestion = true, bool isElsewhere = false) => new(
        name,
        (articles, questions) => new CarrierCases(articles,
        [
            .. AttackText.OfCustomers().Select((attack, i) => write(new CaseWriter(name), attack.Text, QuestionFor(i, questions))
                .Write(attack.Id, attack.Text, hasQuestion ? QuestionFor(i, questions) : "")),
        ]))
    {
        IsElsewhere = isElsewhere,
    };
}
