namespace FollowUp.Application.Settings;

/// <summary>A secret as it is stored.</summary>
/// <param name="Ciphertext">What <see cref="ISecretProtector.Protect"/> returned.</param>
public sealed record EncryptedText(string Ciphertext);
