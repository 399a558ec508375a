namespace IntercomRag.Core.Models.Recording;

/// <summary>A line of a <see cref="RecordingFile{T}"/>.</summary>
internal interface IRecorded
{
    string Key { get; }

    /// <summary>Where the line stands in the file.</summary>
    string Order { get; }
}
