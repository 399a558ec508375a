namespace IntercomRag.Core.Answers.Quoting;

/// <summary>What form of answer a question wants.</summary>
public enum QuestionKind
{
    Other,

    /// <summary>"What is a credit pack?", « C'est quoi un carnet ? »: the sentence that says what it is.</summary>
    Definition,

    /// <summary>"How do I export the members?", « Comment exporter les membres ? »: the steps.</summary>
    Procedure,

    /// <summary>"What does it cost?", « Quel est le prix ? »: an amount of money.</summary>
    Price,

    /// <summary>"How many", « combien », « quelle est la limite »: a number.</summary>
    Amount,

    /// <summary>"When", "how long", « quand », « quel délai »: a date or a duration.</summary>
    Time,
}
