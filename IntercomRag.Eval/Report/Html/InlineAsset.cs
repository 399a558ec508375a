using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace IntercomRag.Eval.Report.Html;

/// <summary>A style sheet or script that stands in the page itself, and the digest by which the page's security policy knows it.</summary>
public sealed class InlineAsset
{
    private readonly string _element;
    private readonly string _text;

    private InlineAsset(string element, string file)
    {
        using var resource = typeof(InlineAsset).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} is missing from the build.");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        _element = element;
        _text = Compact.Of("\n" + reader.ReadToEnd());
    }

    public static InlineAsset Style { get; } = new("style", "report.css");

    public static InlineAsset Script { get; } = new("script", "report.js");

    /// <summary><c>sha256-…</c> of exactly the text between the tags.</summary>
    public string Digest => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(_text)));

    public MarkupString Markup => new($"<{_element}>{_text}</{_element}>");
}
