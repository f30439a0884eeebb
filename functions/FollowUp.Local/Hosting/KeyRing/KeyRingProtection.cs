using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FollowUp.Application.Ports;
using FollowUp.Local.CommandLine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace FollowUp.Local.Hosting.KeyRing;

/// <summary>
/// Encrypts the Data Protection keys, which are in the store, with a certificate or a passphrase that is outside it: who copies the store or a backup of it can then
/// neither sign sessions and links nor read the secrets of the settings.
/// </summary>
sealed class KeyRingProtection
{
    public const int MinPassphraseLength = 20;

    readonly X509Certificate2? certificate;
    readonly PassphraseKey? passphrase;

    KeyRingProtection(X509Certificate2? certificate, PassphraseKey? passphrase) => (this.certificate, this.passphrase) = (certificate, passphrase);

    public bool IsProtected => certificate is not null || passphrase is not null;

    /// <summary>Reads the protection, encrypts the keys that the store has in plain text, and adds the protection to the services of Data Protection.</summary>
    /// <exception cref="BadArgumentException">As <see cref="Read"/> and <see cref="Encrypt"/>.</exception>
    public static void AddTo(IServiceCollection services, IConfiguration configuration, IKeyRing ring)
    {
        var protection = Read(configuration);
        protection.Encrypt(ring);
        protection.Apply(services);
        services.AddSingleton(protection);
    }

    /// <exception cref="BadArgumentException">A setting names a file that cannot be used; the message names both.</exception>
    public static KeyRingProtection Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new KeyRingOptions();
        return (options.CertificateFile, options.PassphraseFile) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => throw new BadArgumentException("KeyRing__CertificateFile and KeyRing__PassphraseFile: name one of them."),
            ({ Length: > 0 } file, _) => new(LoadCertificate(file, options.CertificatePasswordFile), null),
            (_, { Length: > 0 } file) => new(null, new PassphraseKey(ReadPassphrase(file))),
            _ => new(null, null),
        };
    }

    /// <summary>Adds the protection to the services of Data Protection.</summary>
    public void Apply(IServiceCollection services)
    {
        var builder = services.AddDataProtection();
        if (certificate is not null)
        {
            builder.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
        else if (passphrase is not null)
        {
            services.AddSingleton(passphrase);
            services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new PassphraseEncryptor(passphrase));
        }
    }

    /// <summary>Encrypts the keys that are in the store in plain text, from before the protection. May be repeated.</summary>
    /// <exception cref="BadArgumentException">The keys are encrypted, and the settings do not name what decrypts them.</exception>
    public void Encrypt(IKeyRing ring)
    {
        foreach (var xml in ring.All())
        {
            var key = new StoredKey(xml);
            if (key.IsEncrypted && !IsProtected)
            {
                throw new BadArgumentException(
                    "KeyRing__CertificateFile or KeyRing__PassphraseFile is missing: the keys of this installation are encrypted. Name the file with which they were.");
            }

            if (!key.IsEncrypted && CreateEncryptor() is { } encryptor && key.Encrypt(encryptor) is { } encrypted)
            {
                ring.Add(key.Name, encrypted);
            }
        }
    }

    IXmlEncryptor? CreateEncryptor() => certificate is not null
        ? new CertificateXmlEncryptor(certificate, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)
        : passphrase is not null ? new PassphraseEncryptor(passphrase) : null;

    static X509Certificate2 LoadCertificate(string file, string? passwordFile)
    {
        const string Setting = "KeyRing__CertificateFile";
        NamedFile.EnsurePrivate(Setting, file);
        try
        {
            var password = passwordFile is { Length: > 0 } ? NamedFile.ReadPrivateText("KeyRing__CertificatePasswordFile", passwordFile) : null;
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new BadArgumentException($"{Setting}: '{file}' has no RSA private key.");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new BadArgumentException($"{Setting}: '{file}' cannot be read as a PKCS #12 file, or the password is wrong: {failure.Message}");
        }
    }

    static string ReadPassphrase(string file)
    {
        const string Setting = "KeyRing__PassphraseFile";
        var text = NamedFile.ReadPrivateText(Setting, file);
        return text.Length >= MinPassphraseLength
            ? text
            : throw new BadArgumentException(
                $"{Setting}: the passphrase in '{file}' has fewer than {MinPassphraseLength} characters. Make one: openssl rand -base64 32 > {file}");
    }
}
