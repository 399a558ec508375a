using IntercomRag.Core.Conversations;

namespace IntercomRag.Eval.Recorded;

/// <summary>What the record says of the customer.</summary>
/// <param name="Role">Decides which articles the customer may see; a user unless the record says otherwise.</param>
public sealed record RecordedContact(
    CustomerRole Role, string? Name, string? Email, IReadOnlyList<string> Segments, IReadOnlyDictionary<string, string> CustomAttributes)
{
    public static RecordedContact Unknown { get; } = new(CustomerRole.User, null, null, [], new Dictionary<string, string>());
}
