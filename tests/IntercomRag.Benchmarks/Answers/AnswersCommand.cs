using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>
/// <c>answers</c>: quotes the right article of every recorded question of the reference data, in several ways, and prints how often the
/// quotation holds what answers, how it compares with the reference answer and how long it is. The article is given, so that an error of
/// the search does not hide the quality of the quotation.
/// <c>answers ablations</c> leaves out one sign after the other; <c>answers fit</c> fits the weights on all sets but one, and asks that one.
/// </summary>
internal static class AnswersCommand
{
    private static readonly string[] Sets = ["doc2dial", "fr_doc2dial", "service_public", "cnil", "stackfaq", "mtrag"];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (SharedData.Missing("data") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        Action<IReadOnlyList<AnswerSet>>? print = arguments switch
        {
            [] => WayTable.Print,
            ["ablations"] => WeightFit.PrintAblations,
            ["fit"] => WeightFit.PrintFit,
            _ => null,
        };
        if (print is null)
        {
            Console.Error.WriteLine("Say: answers | answers ablations | answers fit");
            return 2;
        }

        var sets = new List<AnswerSet>();
        foreach (var name in Sets)
        {
            sets.Add(new AnswerSet(name, await AnswerCases.ReadAsync(name, cancellationToken)));
        }

        print(sets);
        return 0;
    }
}
