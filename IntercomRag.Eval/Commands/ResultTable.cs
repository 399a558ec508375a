using System.Globalization;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Commands;

/// <summary>The measures of a run, for a terminal.</summary>
internal static class ResultTable
{
    public static void Write(RunResult result, TextWriter output)
    {
        output.WriteLine(Text($"{result.Run.ConversationCount} conversations, {result.Run.ArticleCount} articles, policies {result.Run.PolicyVersion ?? "unknown"}{(result.Run.Model is { } model ? $", model {model}" : "")}"));
        output.WriteLine();
        Write("measure", result.Metrics, output);
        if (result.Advice is { } advice)
        {
            output.WriteLine();
            Write("advice of a model, 1 to 5", advice, output);
        }

        if (result.Charts.Confusion is { } confusion)
        {
            Write(confusion, output);
        }

        foreach (var warning in result.Warnings)
        {
            output.WriteLine();
            output.WriteLine(Text($"warning: {warning.Kind}, {warning.Count} times; {warning.Text}"));
        }
    }

    private static void Write(string title, IReadOnlyDictionary<string, MetricValue> metrics, TextWriter output)
    {
        output.WriteLine($"{title,-34} {"value",8}   {"95 %",-15} {"n",6}");
        foreach (var (name, metric) in metrics)
        {
            var interval = metric.Interval is [var low, var high] ? $"{Number(low)} – {Number(high)}" : "";
            output.WriteLine(Text($"{name,-34} {Number(metric.Value),8}   {interval,-15} {metric.N,6}"));
        }
    }

    private static void Write(ConfusionMatrix confusion, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"expected \\ got",-16}{string.Concat(confusion.Actions.Select(action => $"{action,10}"))}");
        foreach (var (action, row) in confusion.Actions.Zip(confusion.Counts).Where(row => row.Second.Any(count => count > 0)))
        {
            output.WriteLine($"{action,-16}{string.Concat(row.Select(count => Text($"{count,10}")))}");
        }
    }

    private static string Number(double? value) => value switch
    {
        null => "–",
        >= 100 => value.Value.ToString("0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
