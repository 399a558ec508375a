using System.Security.Cryptography;
using System.Text;

namespace IntercomRag.Core.Policies;

/// <param name="Percent">Share of contacts that the assistant serves, 0 to 100. Always the same contacts for the same number.</param>
public sealed record RolloutPolicy(int Percent)
{
    public bool Includes(string contactId)
    {
        // A hash that is the same on every machine and in every release, unlike string.GetHashCode.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(contactId));
        return ((hash[0] << 8 | hash[1]) % 100) < Percent;
    }
}
