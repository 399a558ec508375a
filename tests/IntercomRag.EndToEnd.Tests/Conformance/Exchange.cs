using System.Text.RegularExpressions;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>A request and its answer, compared with the description.</summary>
/// <param name="Operation">Method and path with <c>{id}</c> for ids: <c>POST /conversations/{id}/reply</c>.</param>
internal sealed partial record Exchange(string Operation, int Status, IReadOnlyList<Violation> Violations)
{
    public static Exchange Of(RelayedAnswer answer) =>
        new($"{answer.Method} {Id().Replace(answer.Path, "/{id}")}", answer.Status, ViolationReader.Read(answer));

    // Contacts and segments have 24 hexadecimal digits, everything else decimal ones.
    [GeneratedRegex("/([0-9a-f]{24}|[0-9]+)(?=/|$)")]
    private static partial Regex Id();
}
