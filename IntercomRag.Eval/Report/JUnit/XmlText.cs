using System.Text;
using System.Xml;

namespace IntercomRag.Eval.Report.JUnit;

/// <summary>XML 1.0 has no way to write control characters and lone surrogates, and customers do send them.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Replacement);
            }
        }

        return clean.ToString();
    }
}
