namespace IntercomRag.Core.Answers.Verification;

/// <summary>Why a sentence was cut. Written to traces in snake_case.</summary>
public enum Unsupported
{
    /// <summary>It names no passage, or none that was listed.</summary>
    NoPassage,

    /// <summary>An address that the passages do not have.</summary>
    Address,

    /// <summary>An e-mail address, a telephone, card or account number from elsewhere.</summary>
    PersonalData,

    /// <summary>Not in the customer's language.</summary>
    Language,

    /// <summary>A number that its place in the passage does not have.</summary>
    Number,

    /// <summary>A name, menu path, quotation or code that its place in the passage does not have.</summary>
    Name,

    /// <summary>The contrary of what the passage says.</summary>
    Contrary,

    /// <summary>More or less than the passage says: only, all, some, must, can.</summary>
    Scope,

    /// <summary>Content that no passage has.</summary>
    Added,

    /// <summary>It leads to or points to what was cut.</summary>
    Dangling,

    /// <summary>The answer was too long.</summary>
    TooLong,

    /// <summary>The model cut it at its second look.</summary>
    SecondLook,
}
