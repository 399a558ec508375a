using System.Text.RegularExpressions;

namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>The rules for the names of resources, which are Aspire's.</summary>
internal static partial class ResourceName
{
    private const int MaxLength = 64;

    /// <exception cref="ArgumentException">Aspire would not take the name.</exception>
    public static void Check(string name)
    {
        if (name.Length > MaxLength || !Allowed().IsMatch(name))
        {
            throw new ArgumentException(
                $"'{name}' is no name for a resource: at most {MaxLength} ASCII letters, digits and single hyphens, a letter first and no hyphen last.",
                nameof(name));
        }
    }

    /// <summary>The name as the first part of an environment variable: <c>my-cache</c> becomes <c>MY_CACHE</c>.</summary>
    public static string AsVariable(string name) => name.Replace('-', '_').ToUpperInvariant();

    [GeneratedRegex("^[A-Za-z](-?[A-Za-z0-9])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
