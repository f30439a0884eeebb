using System.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// The key of the digests that an erasure leaves as proof. It comes from the environment and is never stored, so that who has the store alone cannot find out
/// whose digests they are.
/// </summary>
/// <param name="Value">Null when none is set: an erasure then keeps no proof.</param>
public sealed record ErasureProofKey(byte[]? Value)
{
    /// <summary>The shortest text that is taken, in characters: 32 random bytes in base64 are longer.</summary>
    public const int MinLength = 32;

    /// <summary>Reads a setting.</summary>
    /// <exception cref="FormatException">The text is shorter than <see cref="MinLength"/>.</exception>
    public static ErasureProofKey Parse(string? setting) => string.IsNullOrWhiteSpace(setting) ? new ErasureProofKey(Value: null)
        : setting.Trim().Length < MinLength ? throw new FormatException($"ErasureProof__Key must have at least {MinLength} characters.")
        : new ErasureProofKey(Encoding.UTF8.GetBytes(setting.Trim()));
}
