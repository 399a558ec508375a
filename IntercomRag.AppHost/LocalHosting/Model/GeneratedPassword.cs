using System.Security.Cryptography;

namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>A password for one run: nothing outside this machine's processes needs to know it.</summary>
internal static class GeneratedPassword
{
    // No special characters: the password is part of connection strings, which have no common way of quoting.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    // 22 characters out of 62 hold 131 bits.
    private const int Length = 22;

    public static string Create() => RandomNumberGenerator.GetString(Alphabet, Length);
}
