using System.Security.Cryptography;
using FollowUp.Application.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace FollowUp.Web.Shared.Settings;

/// <summary>Encrypts secrets with ASP.NET Core Data Protection, whose key ring the store holds.</summary>
public sealed class SecretProtector(IDataProtectionProvider protection) : ISecretProtector
{
    readonly IDataProtector protector = protection.CreateProtector("FollowUp.Settings.v1");

    /// <inheritdoc/>
    public EncryptedText Protect(string secret) => new(protector.Protect(secret));

    /// <inheritdoc/>
    public string? Unprotect(EncryptedText secret)
    {
        try
        {
            return protector.Unprotect(secret.Ciphertext);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
