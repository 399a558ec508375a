namespace IntercomRag.Core.Models.Recording;

/// <summary>What is done with recorded answers.</summary>
public enum RecordingMode
{
    /// <summary>Nothing; every question goes to the server.</summary>
    Off,

    /// <summary>What is in the file is taken from it; everything else is asked and added.</summary>
    Record,

    /// <summary>The file alone answers: no network, no key, the same bytes each time.</summary>
    Replay,
}
