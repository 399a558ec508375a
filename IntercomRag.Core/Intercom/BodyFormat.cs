namespace IntercomRag.Core.Intercom;

/// <summary>How message bodies are asked for.</summary>
public enum BodyFormat
{
    /// <summary>Intercom strips the markup; links become <c>label (address)</c>.</summary>
    PlainText,

    Html,
}
