using System.Globalization;
using System.Text;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>Titles in addresses: "Annuler une réservation !" becomes <c>annuler-une-reservation</c>.</summary>
internal static class Slug
{
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var character in title.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
