using System.Globalization;

namespace IntercomRag.Eval.Commands;

/// <summary>Price of a model, as it is given on the command line: <c>0.15/0.60</c>, US dollars for a million tokens in and out.</summary>
internal static class Price
{
    public static (double Input, double Output)? Parse(string text) =>
        text.Split('/') is [var input, var output]
        && double.TryParse(input, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perInput)
        && double.TryParse(output, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var perOutput)
            ? (perInput, perOutput)
            : null;
}
