using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom;

/// <summary>Says which setting to change, in the form in which an environment variable carries it. Never repeats a secret.</summary>
internal sealed partial class IntercomOptionsValidator : IValidateOptions<IntercomOptions>
{
    public ValidateOptionsResult Validate(string? name, IntercomOptions options)
    {
        var failures = Check(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(IntercomOptions options)
    {
        if (options.BaseUrl is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            yield return "Set Intercom__BaseUrl to the address of Intercom's REST API, such as https://api.intercom.io, " +
                "https://api.eu.intercom.io or https://api.au.intercom.io.";
        }

        if (string.IsNullOrWhiteSpace(options.AccessToken))
        {
            yield return "Set Intercom__AccessToken to the access token of your app: Developer Hub, Configure, Authentication.";
        }
        else if (!PrintableToken().IsMatch(options.AccessToken))
        {
            yield return "Intercom__AccessToken holds blanks or characters that no token has: copy it again from the Developer Hub.";
        }

        if (!Version().IsMatch(options.ApiVersion))
        {
            yield return "Set Intercom__ApiVersion to a version of Intercom's REST API, such as 2.16, or remove the setting.";
        }

        if (!DecimalId().IsMatch(options.BotAdminId))
        {
            yield return "Set Intercom__BotAdminId to the numeric id of the teammate as whom the assistant speaks: GET /admins lists them.";
        }
    }

    [GeneratedRegex(@"^[\x21-\x7e]+\z")]
    private static partial Regex PrintableToken();

    [GeneratedRegex(@"^([0-9]+\.[0-9]+|Preview|Unstable)\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"^[0-9]+\z")]
    private static partial Regex DecimalId();
}
