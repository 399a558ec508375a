using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Rest;

/// <summary>Attachments of a reply: <c>attachment_urls</c> (images) and <c>attachment_files</c>, ten of each at most.</summary>
internal static class AttachmentReader
{
    private const int Most = 10;
    private const string FileHost = "https://downloads.intercomcdn.example";

    public static IReadOnlyList<Attachment> Read(RequestBody body)
    {
        var urls = body.Items("attachment_urls");
        var files = body.Objects("attachment_files");
        if (urls.Count > Most || files.Count > Most)
        {
            throw WorkspaceException.Invalid("attachment_urls", $"At most {Most} attachments can be sent");
        }

        return [.. urls.Select(url => FromUrl(url.ToString())), .. files.Select(FromFile)];
    }

    private static Attachment FromUrl(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? new Attachment(address.Segments[^1].Trim('/'), url, "image/png")
        : throw WorkspaceException.Invalid("attachment_urls", $"{url} is not an address");

    private static Attachment FromFile(RequestBody file)
    {
        var name = file.RequiredText("name");
        var data = file.RequiredText("data");
        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var length)
            ? new Attachment(name, $"{FileHost}/{Uri.EscapeDataString(name)}", file.RequiredText("content_type"), length)
            : throw WorkspaceException.Invalid("attachment_files", $"The data of {name} is not base64");
    }
}
