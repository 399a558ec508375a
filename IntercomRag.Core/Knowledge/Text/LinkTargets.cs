using System.Text.RegularExpressions;

namespace IntercomRag.Core.Knowledge.Text;

/// <summary>The addresses behind links in the text of an article.</summary>
public static partial class LinkTargets
{
    /// <summary><c>the status page (https://status.example)</c> becomes <c>the status page</c>: the label is what is said.</summary>
    public static string Without(string text) => Target().Replace(text, "");

    [GeneratedRegex(@" \((?:https?://|mailto:|tel:)[^\s)]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Target();
}
