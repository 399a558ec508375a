using System.Globalization;
using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Conversations as lists of who did what when, without a word of what was said.</summary>
internal static class Transcripts
{
    public static string Of(JudgedConversation conversation) =>
        $"conversation {conversation.Id}\n{string.Concat(conversation.Parts.Select(Line))}";

    public static void Write(IEnumerable<JudgedConversation> conversations, string path) => File.WriteAllLines(path, conversations.Select(Of));

    // 10:14:03.127 (sent 03.120, read 03.101) Assistant comment      words 1011,1012 #37000071273
    private static string Line(JudgedPart part) => string.Create(CultureInfo.InvariantCulture,
        $"  {part.At:HH:mm:ss.fff} {(part.ReceivedAt is { } received ? $"(sent {received:ss.fff}, read {part.ReadAt:ss.fff})" : ""),-26} {part.Author,-9} {part.Type,-12}{(part.HasWords ? " words" : part.IsPublic ? " buttons" : "")}{(part.AssignedTo == Receiver.None ? "" : $" to {part.AssignedTo}")} {string.Join(',', part.Articles)} #{part.Id}\n");
}
