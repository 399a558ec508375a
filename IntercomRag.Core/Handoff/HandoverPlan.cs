namespace IntercomRag.Core.Handoff;

/// <summary>A handover, complete before its first step.</summary>
/// <param name="TeamId">Null when the workspace has no team to give it to; the note and the message go out all the same.</param>
/// <param name="NoteHtml">For teammates only.</param>
/// <param name="MessageHtml">For the customer: what happens next.</param>
public sealed record HandoverPlan(string? TeamId, string NoteHtml, string MessageHtml);
