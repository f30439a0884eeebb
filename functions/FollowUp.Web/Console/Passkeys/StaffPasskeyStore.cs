using System.Buffers.Text;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.SecondFactors;
using Microsoft.AspNetCore.Identity;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// Shows the staff of the directory to ASP.NET Core Identity, which checks passkeys. It only reads: passkeys are written by
/// <see cref="SecondFactorAdministration"/>. The id of a user is a digest, because an authenticator keeps it and it may be no personal data (WebAuthn, 14.6.1).
/// </summary>
sealed class StaffPasskeyStore(IDirectory directory) : IUserPasskeyStore<Staff>
{
    const string ReadOnly = "Staff are written by their administration.";

    public Task<string> GetUserIdAsync(Staff user, CancellationToken cancellationToken) => Task.FromResult(user.Key());

    public Task<string?> GetUserNameAsync(Staff user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id);

    public Task<string?> GetNormalizedUserNameAsync(Staff user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id);

    public async Task<Staff?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        (await directory.AllStaff(cancellationToken)).FirstOrDefault(s => s.Key() == userId) is { } staff ? await directory.ReadStaff(staff.Id, cancellationToken) : null;

    public async Task<Staff?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await directory.ReadStaff(normalizedUserName, cancellationToken);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Staff user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. (user.SecondFactor?.Passkeys ?? []).Select(ToInfo)]);

    public async Task<Staff?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return (await directory.AllStaff(cancellationToken)).FirstOrDefault(s => s.SecondFactor?.Passkeys.Any(p => p.Id == id) == true);
    }

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Staff user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return Task.FromResult((user.SecondFactor?.Passkeys ?? []).Where(p => p.Id == id).Select(ToInfo).FirstOrDefault());
    }

    public Task AddOrUpdatePasskeyAsync(Staff user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public Task RemovePasskeyAsync(Staff user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public Task SetUserNameAsync(Staff user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public Task SetNormalizedUserNameAsync(Staff user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public Task<IdentityResult> CreateAsync(Staff user, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public Task<IdentityResult> UpdateAsync(Staff user, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public Task<IdentityResult> DeleteAsync(Staff user, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnly);

    public void Dispose()
    {
    }

    /// <summary>The attestation is neither asked for nor kept.</summary>
    static UserPasskeyInfo ToInfo(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.Id), Base64Url.DecodeFromChars(passkey.PublicKey), passkey.CreatedAt.ToDateTimeOffset(), passkey.SignCount,
        [.. passkey.Transports.IsDefault ? [] : passkey.Transports], passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    {
        Name = passkey.Name,
    };
}
