namespace IntercomRag.Core.Answers.Verification;

/// <summary>On which side of an event a span of time lies.</summary>
internal enum Side
{
    None,
    Before,
    After,
}
