namespace FollowUp.Local.Hosting.KeyRing;

/// <summary>The settings under <c>KeyRing</c>: what encrypts the Data Protection keys in the store. A certificate or a passphrase, or neither.</summary>
sealed record KeyRingOptions
{
    public const string Section = "KeyRing";

    /// <summary>A PKCS #12 file with an RSA certificate and its private key.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>A file with the password of <see cref="CertificateFile"/>; null for none.</summary>
    public string? CertificatePasswordFile { get; init; }

    /// <summary>A file with a passphrase of <see cref="KeyRingProtection.MinPassphraseLength"/> characters or more.</summary>
    public string? PassphraseFile { get; init; }
}
