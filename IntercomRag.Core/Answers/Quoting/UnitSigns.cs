namespace IntercomRag.Core.Answers.Quoting;

/// <summary>What speaks for a unit as the answer; every sign is in [0, 1].</summary>
/// <param name="Asked">Share of what is asked now that it contains, by weight.</param>
/// <param name="Earlier">The same for what only the history has.</param>
/// <param name="Heading">Share of what is asked now that its headings contain.</param>
/// <param name="Replied">Share of the assistant's last words that it contains, as far as the customer's words lean on them.</param>
/// <param name="Passage">Score of its passage, as a share of the best passage's.</param>
/// <param name="Form">It has the form that the kind of question wants.</param>
/// <param name="Early">1 in the article's first section, 1/2 in the second, 1/3 in the third: articles begin with what most people ask.</param>
/// <param name="Opening">1 for the first unit of a section.</param>
internal readonly record struct UnitSigns(
    double Asked,
    double Earlier,
    double Heading,
    double Replied,
    double Passage,
    double Form,
    double Early,
    double Opening);
