using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Application.SecondFactors;

/// <summary>
/// The codes that replace a lost passkey, each once. A code has 123 random bits, so that a plain digest protects it in a copied store (ASVS 5.0, 6.5.2).
/// </summary>
public static class RecoveryCodes
{
    /// <summary>How many a staff member gets.</summary>
    public const int Count = 8;

    /// <summary>Letters and digits that are not mistaken for each other.</summary>
    const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    const int Groups = 5;
    const int GroupLength = 5;

    /// <summary>New codes, in groups of five: <c>k7mdp-2xqra-…</c>. They are shown once.</summary>
    public static ImmutableArray<string> Create() =>
    [
        .. Enumerable.Range(0, Count).Select(_ => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)))),
    ];

    /// <summary>What the store holds of a code. Hyphens, spaces and upper case make no difference.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())));
}
