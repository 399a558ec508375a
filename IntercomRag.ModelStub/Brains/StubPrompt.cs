using System.Text.RegularExpressions;

namespace IntercomRag.ModelStub.Brains;

/// <summary>
/// A prompt as a model sees it: instructions, and material between marks with a token:
/// <code>
/// &lt;&lt;p1 3f9a1c2b7d4e&gt;&gt;
/// Refunds &gt; How long
/// A refund takes 5 days.
/// &lt;&lt;end 3f9a1c2b7d4e&gt;&gt;
/// &lt;&lt;message 3f9a1c2b7d4e&gt;&gt;How long does a refund take?&lt;&lt;end 3f9a1c2b7d4e&gt;&gt;
/// </code>
/// </summary>
/// <param name="Form">JSON schema of the answer, or the instructions where there is none: they tell the form.</param>
public sealed partial record StubPrompt(string Instructions, string Input, string Form)
{
    public IReadOnlyList<Material> Material { get; } =
        [.. Mark().Matches(Input).Select(mark => new Material(mark.Groups["kind"].Value, mark.Groups["text"].Value.Trim()))];

    /// <summary>What is asked; all of the input where nothing is marked.</summary>
    public string Message => Material.LastOrDefault(material => material.Kind == "message")?.Text ?? (Material.Count == 0 ? Input : "");

    public IReadOnlyList<Material> Passages => [.. Material.Where(material => PassageId().IsMatch(material.Kind))];

    /// <summary>What the customer wrote before, oldest first.</summary>
    public IReadOnlyList<string> Earlier => [.. Material.Where(material => material.Kind == "customer").Select(material => material.Text)];

    public bool Asks(string member) => Form.Contains($"\"{member}\"", StringComparison.Ordinal);

    [GeneratedRegex("<<(?<kind>[a-z0-9]+) (?<token>[0-9a-f]{12})>>(?<text>.*?)<<end \\k<token>>>", RegexOptions.Singleline)]
    private static partial Regex Mark();

    [GeneratedRegex("^p[0-9]+$")]
    private static partial Regex PassageId();
}
