using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Policies;

/// <summary>Section <c>Policies</c>.</summary>
public sealed class PolicyOptions
{
    public const string Section = "Policies";

    /// <summary>Folder of the policy files. Default <c>policies</c> beside the program, where the build copies the repository's.</summary>
    [Required]
    public string Path { get; set; } = System.IO.Path.Combine(AppContext.BaseDirectory, "policies");
}
