using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Web.Shared;

/// <summary>Digests of what a person entered, for idempotency records, which outlive the erasure of the person.</summary>
static class SaltedDigest
{
    /// <summary>HMAC-SHA256 of the text, in lower-case hex. Once the salt is erased, no guess can be tested against the digest.</summary>
    /// <param name="salt">The dossier's.</param>
    public static string Compute(string salt, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(text)));
}
