namespace FollowUp.Application.Settings;

/// <summary>Encrypts secrets with the key ring of the installation. Thread-safe.</summary>
public interface ISecretProtector
{
    /// <summary>Encrypts a secret. The same text gives another ciphertext at each call.</summary>
    EncryptedText Protect(string secret);

    /// <summary>Decrypts a secret.</summary>
    /// <returns>Null when the key ring cannot decrypt it, as after a restore without its key ring.</returns>
    string? Unprotect(EncryptedText secret);
}
