using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace FollowUp.Local.Hosting.KeyRing;

/// <summary>
/// An element of the key ring as ASP.NET Core Data Protection stores it. The parts to encrypt are marked with <c>requiresEncryption</c>; an encrypted part is an
/// <c>encryptedSecret</c> that names its decryptor.
/// </summary>
sealed class StoredKey(string xml)
{
    static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";

    readonly XElement element = XElement.Parse(xml);

    public bool IsEncrypted => element.Descendants(DataProtection + "encryptedSecret").Any();

    /// <summary>The name under which Data Protection stores it.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"key-{(Guid)element.Attribute("id")!:D}");

    /// <returns>The element with its secret parts encrypted; null for one that has none, such as a revocation.</returns>
    public string? Encrypt(IXmlEncryptor encryptor)
    {
        var whole = new XElement(element);
        var secrets = whole.Descendants().Where(part => (bool?)part.Attribute(DataProtection + "requiresEncryption") == true).ToArray();
        foreach (var secret in secrets)
        {
            var encrypted = encryptor.Encrypt(new XElement(secret));
            secret.ReplaceWith(new XElement(
                DataProtection + "encryptedSecret", new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!), encrypted.EncryptedElement));
        }

        return secrets.Length == 0 ? null : whole.ToString(SaveOptions.DisableFormatting);
    }
}
