namespace IntercomRag.Core.Intercom.Errors;

/// <summary>An answer that is not what Intercom documents. Names the place in it, never its text.</summary>
/// <param name="path">JSON path, such as <c>$.conversation_parts[3].created_at</c>.</param>
/// <param name="cause">What is wrong there, in our own words.</param>
public sealed class IntercomAnswerException(string endpoint, string path, string cause)
    : IntercomException(endpoint, $"The answer to {endpoint} cannot be read at {path}: {cause}.")
{
    public string Path { get; } = path;

    public override bool IsTransient => false;
}
