using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.Tests.Hosting;

/// <summary>Who can use a copy of the store: its key ring is encrypted with something that is outside it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KeyRingProtectionTests : IDisposable
{
    static readonly string[] Variables = ["KeyRing__PassphraseFile", "KeyRing__CertificateFile", "KeyRing__CertificatePasswordFile"];

    readonly CommandLine commandLine = new();
    readonly string secrets = Directory.CreateTempSubdirectory("followup-secrets-").FullName;

    public void Dispose()
    {
        Array.ForEach(Variables, name => Environment.SetEnvironmentVariable(name, null));
        commandLine.Dispose();
        Directory.Delete(secrets, recursive: true);
    }

    [Fact]
    public async Task Without_protection_the_keys_are_readable_in_the_store()
    {
        await ReadKey();

        Assert.All(KeyRing(), xml => Assert.DoesNotContain("encryptedSecret", xml, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("KeyRing__PassphraseFile")]
    [InlineData("KeyRing__CertificateFile")]
    public async Task Keys_of_before_are_encrypted_and_still_decrypt_what_they_encrypted(string setting)
    {
        var key = await ReadKey();
        Protect(setting);

        Assert.Equal(key, await ReadKey());
        Assert.All(KeyRing(), xml => Assert.Contains("encryptedSecret", xml, StringComparison.Ordinal));
        Assert.All(KeyRing(), xml => Assert.DoesNotContain("requiresEncryption", xml, StringComparison.Ordinal));
        Assert.Equal(key, await ReadKey());
    }

    [Theory]
    [InlineData("KeyRing__PassphraseFile")]
    [InlineData("KeyRing__CertificateFile")]
    public async Task New_keys_are_encrypted(string setting)
    {
        Protect(setting);
        var key = await ReadKey();

        Assert.All(KeyRing(), xml => Assert.Contains("encryptedSecret", xml, StringComparison.Ordinal));
        Assert.Equal(key, await ReadKey());
    }

    [Fact]
    public async Task Encrypted_keys_without_their_file_are_named()
    {
        Protect("KeyRing__PassphraseFile");
        await ReadKey();
        Environment.SetEnvironmentVariable("KeyRing__PassphraseFile", null);

        var (code, output, errors) = await commandLine.Run("key");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("KeyRing__PassphraseFile is missing", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_passphrase_opens_nothing()
    {
        Protect("KeyRing__PassphraseFile");
        var key = await ReadKey();
        Protect("KeyRing__PassphraseFile");

        var (code, output, _) = await commandLine.Run("key");

        Assert.NotEqual(0, code);
        Assert.DoesNotContain(key, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", UnixFileMode.UserRead, "fewer than 20 characters")]
    [InlineData("a passphrase that is long enough", UnixFileMode.UserRead | UnixFileMode.GroupRead, "chmod 600")]
    [InlineData("a passphrase that is long enough", UnixFileMode.UserRead | UnixFileMode.OtherRead, "chmod 600")]
    public async Task File_that_protects_nothing_is_refused(string passphrase, UnixFileMode mode, string error)
    {
        var file = Write(passphrase, mode);
        Environment.SetEnvironmentVariable("KeyRing__PassphraseFile", file);

        var (code, _, errors) = await commandLine.Run("key");

        Assert.Equal(2, code);
        Assert.Contains(error, errors, StringComparison.Ordinal);
        Assert.Contains(file, errors, StringComparison.Ordinal);
    }

    async Task<string> ReadKey()
    {
        var (code, output, errors) = await commandLine.Run("key");
        Assert.True(code == 0, errors);
        return output.Trim();
    }

    IReadOnlyCollection<string> KeyRing()
    {
        using var store = DataFolder.GetExisting(commandLine.Data).OpenStore();
        var all = store.KeyRing.All();
        Assert.NotEmpty(all);
        return all;
    }

    void Protect(string setting) => Environment.SetEnvironmentVariable(
        setting, setting == "KeyRing__CertificateFile" ? WriteCertificate() : Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), UnixFileMode.UserRead));

    string WriteCertificate()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=followup", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var file = Path.Combine(secrets, Path.GetRandomFileName());
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "a password"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        Environment.SetEnvironmentVariable("KeyRing__CertificatePasswordFile", Write("a password", UnixFileMode.UserRead));
        return file;
    }

    string Write(string text, UnixFileMode mode)
    {
        var file = Path.Combine(secrets, Path.GetRandomFileName());
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, mode);
        return file;
    }
}
