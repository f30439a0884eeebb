using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace FollowUp.Local.Hosting.KeyRing;

/// <summary>Encrypts a Data Protection key with AES-256-GCM under a key derived from a passphrase.</summary>
sealed class PassphraseEncryptor(PassphraseKey key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plaintext = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(PassphraseKey.SaltBytes), RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize));
        var (ciphertext, tag) = (new byte[plaintext.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(key.Derive(salt), tag.Length);
        aes.Encrypt(nonce, plaintext, ciphertext, tag);
        return new EncryptedXmlInfo(
            new XElement("encryptedKey", new XElement("value", Convert.ToBase64String([.. salt, .. nonce, .. tag, .. ciphertext]))), typeof(PassphraseDecryptor));
    }
}
