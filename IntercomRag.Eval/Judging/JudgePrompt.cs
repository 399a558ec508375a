using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using IntercomRag.Core.Models;
using IntercomRag.Core.Prompts;

namespace IntercomRag.Eval.Judging;

/// <summary>
/// The instructions of a file in <c>Judging/Prompts</c>, which is part of this program: policies are what a team edits, and a judge that was edited judges by
/// another scale. What is judged follows between marks, as in the prompts of turns.
/// </summary>
internal sealed class JudgePrompt
{
    private const int VersionDigits = 12;

    private readonly string _name;
    private readonly string _version;
    private readonly string _instructions;

    private JudgePrompt(string name, byte[] file)
    {
        var text = Encoding.UTF8.GetString(file).ReplaceLineEndings("\n").Trim();
        (_name, _version, _instructions) = (name, Convert.ToHexStringLower(SHA256.HashData(file))[..VersionDigits], text);
    }

    /// <param name="name">Such as <c>judge.relevance</c>.</param>
    public static JudgePrompt Of(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.md") ?? throw new InvalidOperationException($"There is no prompt {name}.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return new JudgePrompt(name, bytes.ToArray());
    }

    /// <param name="material">What is judged, each with the word that the instructions have for it.</param>
    public Prompt Fill(IReadOnlyList<(string Kind, string Text)> material)
    {
        var marks = new Marks(material.Select(piece => piece.Text));
        return new Prompt(_name, _version, _instructions, string.Join('\n', material.Select(piece => marks.Around(piece.Kind, piece.Text))));
    }
}
