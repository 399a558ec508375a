namespace IntercomRag.Core.Models.Recording;

/// <summary>Part <c>Recording</c> of the sections <c>Model</c> and <c>Embeddings</c>.</summary>
public sealed class RecordingOptions
{
    /// <summary>Default <see cref="RecordingMode.Off"/>.</summary>
    public RecordingMode Mode { get; set; }

    /// <summary>JSON Lines file of recorded answers; made when missing, if <see cref="Mode"/> is to record. Default none.</summary>
    public string? File { get; set; }
}
