using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntercomRag.ModelStub.Brains;

/// <summary>The prompt <c>intent</c>: <c>{"intent":"faq_question","signals":["refund"],"language":"en"}</c>.</summary>
internal sealed partial class IntentBrain : IStubBrain
{
    private const string Question = "faq_question";
    private const string Technical = "technical";

    // Folded: lower case, no accents.
    private static readonly (string Signal, string Pattern)[] s_signs =
    [
        ("human_request", @"\b(humain|conseiller|agent|real person|human|somebody real|parler a (quelqu'un|un)|talk to (a|some))"),
        ("urgent_problem", @"\b(urgent|urgence|hacked|pirate|immediatement|right now|tout est bloque|everything is down)"),
        ("legal_privacy", @"\b(avocat|lawyer|rgpd|gdpr|tribunal|court|cnil|my data|mes donnees)"),
        ("refund", @"\b(rembours|refund|money back)"),
        ("cancel_account", @"\b(resili|cancel my|close my account|fermer mon compte|delete my account|supprimer mon compte)"),
        ("complaint", @"\b(plainte|complain|inadmissible|unacceptable|scandal|honteux)"),
        ("unhelpful", @"\b(does not help|doesn't help|ne m'aide pas|toujours pas|still not|pas ma question|not what i asked)"),
        (Technical, @"\b(api|bug|erreur|error|webhook|crash|plante|500|404|exception)"),
        ("thanks", @"^(merci|thanks|thank you)\b[^?]*$"),
        ("greeting", @"^(bonjour|hello|hi|salut|bonsoir)[ !.,]*$"),
        ("yes", @"^(oui|yes|ok|d'accord|sure|volontiers)[ !.,]*$"),
        ("no", @"^(non|no|no thanks|non merci)[ !.,]*$"),
    ];

    // Gravest first, and what each is as an intent.
    private static readonly (string Signal, string Intent)[] s_intents =
    [
        ("human_request", "human_request"), ("urgent_problem", "urgent_problem"), (Technical, "technical_question"), ("thanks", "feedback"),
        ("greeting", "incomplete_information"), ("vague", "incomplete_information"),
    ];

    public string Name => "intent";

    public bool Knows(StubPrompt prompt) => prompt.Asks("intent");

    public JsonObject Answer(StubPrompt prompt)
    {
        var message = Words.Fold(prompt.Message).Trim();
        var signals = s_signs.Where(sign => Regex.IsMatch(message, sign.Pattern)).Select(sign => sign.Signal).ToList();
        if (signals.Count == 0 && !Words.Of(message).Any())
        {
            signals.Add("vague");
        }

        return Write(signals, LanguageOf(message));
    }

    public JsonObject Obey(StubPrompt prompt) =>
        Write([.. Obedience.Named(prompt, s_signs.Select(sign => sign.Signal).Append("vague"))], LanguageOf(Words.Fold(prompt.Message)));

    private static JsonObject Write(IReadOnlyList<string> signals, string language) => new()
    {
        ["intent"] = s_intents.FirstOrDefault(intent => signals.Contains(intent.Signal)).Intent ?? Question,
        ["signals"] = new JsonArray([.. signals.Select(signal => JsonValue.Create(signal))]),
        ["language"] = language,
    };

    private static string LanguageOf(string message) => French().Count(message) > English().Count(message) ? "fr" : "en";

    [GeneratedRegex(@"\b(je|le|la|les|un|une|de|des|du|mon|ma|mes|est|sont|et|pas|vous|ou|comment|pour|veux|merci|bonjour)\b")]
    private static partial Regex French();

    [GeneratedRegex(@"\b(i|the|my|is|are|not|you|how|for|thanks|hello|to|do|where|what)\b")]
    private static partial Regex English();
}
