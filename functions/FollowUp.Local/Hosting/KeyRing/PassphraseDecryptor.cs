using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace FollowUp.Local.Hosting.KeyRing;

/// <summary>Decrypts what <see cref="PassphraseEncryptor"/> encrypted. Data Protection makes it by its name in the stored key.</summary>
/// <param name="services">The services with the <see cref="PassphraseKey"/>.</param>
sealed class PassphraseDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The passphrase is another one, or the key was changed.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetService<PassphraseKey>()
            ?? throw new CryptographicException("The keys are encrypted with a passphrase, and KeyRing__PassphraseFile names none.");
        ReadOnlySpan<byte> all = Convert.FromBase64String((string)encryptedElement.Element("value")!);
        var (nonceAt, tagAt) = (PassphraseKey.SaltBytes, PassphraseKey.SaltBytes + AesGcm.NonceByteSizes.MaxSize);
        var textAt = tagAt + AesGcm.TagByteSizes.MaxSize;
        var plaintext = new byte[all.Length - textAt];
        using var aes = new AesGcm(key.Derive(all[..nonceAt]), AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(all[nonceAt..tagAt], all[textAt..], all[tagAt..textAt], plaintext);
        return XElement.Parse(Encoding.UTF8.GetString(plaintext));
    }
}
