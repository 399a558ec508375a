using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Prompts;

/// <summary>What goes into the places of one prompt: each untrusted text cleaned, cut to a length, and marked.</summary>
/// <remarks>E-mail addresses, phone, card and account numbers of the customer leave this machine as <c>[email]</c> and the like.</remarks>
internal sealed class PromptMaterial
{
    private const string Nothing = "-";
    private const int NameLength = 40;
    private const int SegmentLength = 60;
    private const int Segments = 10;
    private const int AttributeNameLength = 60;
    private const int AttributeLength = 120;
    private const int Attributes = 15;
    private const int MessageLength = 4_000;
    private const int EarlierMessageLength = 800;
    private const int TitleLength = 200;

    /// <summary>More than a passage has (<c>Knowledge/Chunking</c>): it is cut only when an index is not ours.</summary>
    private const int PassageLength = 4_000;

    private readonly Dictionary<PromptPlace, string> _own = [];
    private readonly Dictionary<PromptPlace, List<(string Kind, string Text)>> _foreign = [];

    /// <summary>A text that the team wrote.</summary>
    public PromptMaterial Own(PromptPlace place, string text)
    {
        _own[place] = text;
        return this;
    }

    public PromptMaterial Profile(CustomerProfile customer, CultureInfo culture) => this
        .Foreign(PromptPlace.CustomerName, "name", CleanText.Line(customer.FirstName ?? "", NameLength))
        .Foreign(PromptPlace.CustomerSince, "since", customer.CustomerSince?.ToString("MMMM yyyy", culture) ?? "")
        .Foreign(PromptPlace.Segments, "segments", string.Join(", ", customer.Segments.Take(Segments).Select(segment => CleanText.Line(segment, SegmentLength))))
        .Foreign(PromptPlace.Attributes, "attributes", string.Join('\n', customer.CustomAttributes.Take(Attributes).Select(attribute =>
            $"{CleanText.Line(attribute.Key, AttributeNameLength)}: {CleanText.Line(WithoutContacts(attribute.Value), AttributeLength)}")));

    public PromptMaterial Conversation(Turn turn)
    {
        foreach (var message in turn.Before)
        {
            Foreign(PromptPlace.History, KindOf(message.Author), CleanText.Of(WithoutContacts(message.Text), EarlierMessageLength));
        }

        return Foreign(PromptPlace.Message, "message", CleanText.Of(WithoutContacts(turn.Text), MessageLength));
    }

    public PromptMaterial Documents(ListedPassages passages)
    {
        foreach (var (id, hit) in passages.All)
        {
            var title = string.Join(" > ", hit.Chunk.HeadingPath.Prepend(hit.Article.Title).Select(heading => CleanText.Line(heading, TitleLength)));
            // A model that never sees an address repeats none.
            Foreign(PromptPlace.Documents, id, $"{title}\n{CleanText.Of(LinkTargets.Without(hit.Chunk.Text), PassageLength)}");
        }

        return this;
    }

    public PromptMaterial Sentences(IEnumerable<string> sentences) => Foreign(PromptPlace.Sentences, "sentences", string.Join('\n', sentences));

    public string Fill(PromptTemplate template)
    {
        var marks = new Marks(_foreign.Values.SelectMany(pieces => pieces).Select(piece => piece.Text));
        return template.Fill(place =>
            _own.TryGetValue(place, out var own) ? own
            : _foreign.TryGetValue(place, out var pieces) ? string.Join('\n', pieces.Select(piece => marks.Around(piece.Kind, piece.Text)))
            : Nothing);
    }

    private PromptMaterial Foreign(PromptPlace place, string kind, string text)
    {
        if (text.Length > 0)
        {
            (_foreign.TryGetValue(place, out var pieces) ? pieces : _foreign[place] = []).Add((kind, text));
        }

        return this;
    }

    private static string KindOf(Author author) => author.Kind switch
    {
        AuthorKind.Customer => "customer",
        AuthorKind.Agent => "teammate",
        _ => "assistant",
    };

    private static string WithoutContacts(string text) => Redactor.Redact(text);
}
