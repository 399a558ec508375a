using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Knowledge.Chunking;

/// <summary>
/// Cuts an article into passages. A short article is one, with its headings inside. A longer one is cut at its headings; a section that
/// is too long still is cut between blocks, then between list steps, rows, lines and sentences. Nothing is lost and the order is kept.
/// </summary>
public static class Chunker
{
    /// <summary>Characters of a passage at most: about a screen, and what a customer can be expected to read.</summary>
    public const int MaxLength = 2000;

    public static IReadOnlyList<Chunk> Split(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0)
        {
            return [];
        }

        var whole = string.Join(Packer.BlockSeparator, blocks.Select(block => block.Render()));
        if (whole.Length <= MaxLength)
        {
            return [new Chunk(0, [], whole)];
        }

        var chunks = new List<Chunk>();
        foreach (var (path, section) in Sections(blocks))
        {
            foreach (var text in Packer.Pack(section.SelectMany(block => BlockCutter.Cut(block, MaxLength, MaxLength - Packer.LongestLead)), MaxLength))
            {
                chunks.Add(new Chunk(chunks.Count, path, text));
            }
        }

        return chunks;
    }

    /// <summary>
    /// Runs of blocks under the same headings. A heading with nothing under it, neither text nor further headings, is kept in front of
    /// what follows, so that its words can be found.
    /// </summary>
    private static IEnumerable<(IReadOnlyList<string> Path, List<Block> Blocks)> Sections(IReadOnlyList<Block> blocks)
    {
        IReadOnlyList<string> path = [];
        var section = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Heading)
            {
                if (!LeadsTo(block, blocks, i + 1))
                {
                    section.Add(block);
                }

                continue;
            }

            if (!block.HeadingPath.SequenceEqual(path))
            {
                // Headings that led nowhere were gathered since the last text: they go with what follows.
                var pending = section.FindLastIndex(other => other.Kind != BlockKind.Heading) + 1;
                var headings = section[pending..];
                section.RemoveRange(pending, section.Count - pending);
                if (section.Count > 0)
                {
                    yield return (path, section);
                }

                section = headings;
                path = block.HeadingPath;
            }

            section.Add(block);
        }

        if (section.Count > 0)
        {
            yield return (path, section);
        }
    }

    private static bool LeadsTo(Block heading, IReadOnlyList<Block> blocks, int next)
    {
        // The text that follows carries the heading in its path, be it at once or below further headings.
        var depth = heading.HeadingPath.Count;
        for (var i = next; i < blocks.Count && blocks[i].HeadingPath.Count > depth && blocks[i].HeadingPath[depth] == heading.Lines[0]; i++)
        {
            if (blocks[i].Kind != BlockKind.Heading)
            {
                return true;
            }
        }

        return false;
    }
}
