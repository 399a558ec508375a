using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Api.Operator;

/// <summary>Section <c>Operator</c>.</summary>
public sealed class OperatorOptions
{
    public const string Section = "Operator";

    /// <summary>
    /// What operators send as <c>Authorization: Bearer …</c>; at least 16 characters. Not set by default: then there are no endpoints for operators.
    /// </summary>
    [MinLength(16)]
    public string? Key { get; set; }
}
