namespace IntercomRag.Core.Answers.Verification;

/// <summary>To which side a number is a border.</summary>
internal enum Limit
{
    None,
    AtMost,
    AtLeast,
}
