namespace IntercomRag.Core.Knowledge.Chunking;

/// <summary>Puts pieces together into passages that are as long as allowed.</summary>
internal static class Packer
{
    public const string BlockSeparator = "\n\n";

    /// <summary>A heading or a line that announces what follows ("To cancel:") is moved along with it, up to this length.</summary>
    public const int LongestLead = 250;

    /// <param name="pieces">None longer than <paramref name="maxLength"/>.</param>
    public static IEnumerable<string> Pack(IEnumerable<string> pieces, int maxLength)
    {
        var current = new List<string>();
        var length = 0;
        foreach (var piece in pieces)
        {
            if (current.Count > 0 && length + BlockSeparator.Length + piece.Length > maxLength)
            {
                var lead = current[^1];
                var moves = IsLead(lead) && lead.Length + BlockSeparator.Length + piece.Length <= maxLength;
                if (moves)
                {
                    current.RemoveAt(current.Count - 1);
                }

                if (current.Count > 0)
                {
                    yield return string.Join(BlockSeparator, current);
                }

                current = moves ? [lead] : [];
                length = moves ? lead.Length : 0;
            }

            length += piece.Length + (current.Count > 0 ? BlockSeparator.Length : 0);
            current.Add(piece);
        }

        if (current.Count > 0)
        {
            yield return string.Join(BlockSeparator, current);
        }
    }

    private static bool IsLead(string piece) => piece.Length <= LongestLead && (piece.EndsWith(':') || piece.StartsWith('#'));
}
