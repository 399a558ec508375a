using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>A subject as part of a key: <c>workspace:id</c>, both escaped so that any id can be told apart again.</summary>
internal static class SubjectName
{
    public static string Format(SubjectKey subject) =>
        $"{Uri.EscapeDataString(subject.Workspace)}:{Uri.EscapeDataString(subject.Id)}";

    /// <summary>Reads any text: what is not ours has no workspace.</summary>
    public static SubjectKey Parse(string name) => name.Split(':', 2) is [var workspace, var id]
        ? new SubjectKey(Uri.UnescapeDataString(workspace), Uri.UnescapeDataString(id))
        : new SubjectKey("", name);
}
