namespace IntercomRag.Core.Knowledge.Chunking;

/// <summary>Cuts running text between lines or sentences, else between words, and inside a word only where there is no other way.</summary>
internal static class TextCutter
{
    public static IEnumerable<string> Cut(string text, int maxLength)
    {
        var rest = text;
        while (rest.Length > maxLength)
        {
            var end = EndOfPart(rest, maxLength);
            var part = rest[..end].Trim();
            if (part.Length > 0)
            {
                yield return part;
            }

            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private static int EndOfPart(string text, int maxLength)
    {
        var word = 0;
        for (var i = maxLength; i > 0; i--)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            word = word == 0 ? i : word;
            if (i < maxLength / 4)
            {
                // A part so short says less than one that ends in the middle of a sentence.
                break;
            }

            if (text[i] == '\n' || EndsSentence(text, i))
            {
                return i;
            }
        }

        return word > 0 ? word : char.IsLowSurrogate(text[maxLength]) ? maxLength - 1 : maxLength;
    }

    // "… Save. Then", "… sure ? »": the space at the index follows an end, perhaps with a closing mark in between.
    private static bool EndsSentence(string text, int space)
    {
        var last = space - 1;
        while (last > 0 && text[last] is '"' or '»' or '”' or ')' or ' ')
        {
            last--;
        }

        return text[last] is '.' or '!' or '?' or '…';
    }
}
