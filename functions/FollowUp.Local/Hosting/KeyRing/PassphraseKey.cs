using System.Security.Cryptography;

namespace FollowUp.Local.Hosting.KeyRing;

/// <summary>Derives keys from a passphrase (PBKDF2-HMAC-SHA256 with the iterations of OWASP's Password Storage Cheat Sheet).</summary>
sealed class PassphraseKey(string passphrase)
{
    public const int SaltBytes = 16;

    const int KeyBytes = 32;
    const int Iterations = 600_000;

    /// <param name="salt">Random for each encrypted key; <see cref="SaltBytes"/> long.</param>
    public byte[] Derive(ReadOnlySpan<byte> salt) => Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);
}
