using System.Security.Cryptography;
using System.Text;

namespace IntercomRag.Core.Prompts;

/// <summary>
/// Puts what others wrote between marks: <c>&lt;&lt;message 3f9a1c2b7d4e&gt;&gt;</c> … <c>&lt;&lt;end 3f9a1c2b7d4e&gt;&gt;</c>. The token comes from a hash over
/// all of the prompt's material, so that the same input gives the same bytes, and is none that the material contains, so that no text can close
/// its own mark or open another.
/// </summary>
public sealed class Marks
{
    private const int TokenLength = 12;

    private readonly string _token;

    /// <param name="material">Everything that will be put between marks in one prompt.</param>
    public Marks(IEnumerable<string> material)
    {
        var all = string.Join('\0', material);
        var token = Hash(all);
        while (all.Contains(token, StringComparison.OrdinalIgnoreCase))
        {
            token = Hash(token + all);
        }

        _token = token;
    }

    /// <param name="kind">A word of ours.</param>
    public string Around(string kind, string text) =>
        text.Contains('\n', StringComparison.Ordinal)
            ? $"<<{kind} {_token}>>\n{Blunt(text)}\n<<end {_token}>>"
            : $"<<{kind} {_token}>>{Blunt(text)}<<end {_token}>>";

    // A model reads less exactly than a parser: nothing inside may even look like a mark.
    private static string Blunt(string text)
    {
        while (text.Contains("<<", StringComparison.Ordinal) || text.Contains(">>", StringComparison.Ordinal))
        {
            text = text.Replace("<<", "<", StringComparison.Ordinal).Replace(">>", ">", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..TokenLength];
}
