namespace IntercomRag.Core.Prompts;

/// <summary>What a prompt file can leave a place for, as <c>{customerName}</c>.</summary>
public enum PromptPlace
{
    /// <summary>Name of the company, from the policy.</summary>
    Company,

    /// <summary>Language to answer in, by its own name: <c>français</c>.</summary>
    Language,

    /// <summary>What the file says about the tone of this customer's segment.</summary>
    Tone,

    /// <summary>What the file says about the style of this customer's segment.</summary>
    Style,

    /// <summary>Given name.</summary>
    CustomerName,

    /// <summary>Month and year.</summary>
    CustomerSince,

    Segments,

    /// <summary>Custom attributes, a line each.</summary>
    Attributes,

    /// <summary>Messages before the one to answer, oldest first.</summary>
    History,

    /// <summary>Passages of the Help Center with their ids.</summary>
    Documents,

    /// <summary>What the customer wrote last.</summary>
    Message,

    /// <summary>Numbered sentences of an answer with the passages that each names.</summary>
    Sentences,
}
