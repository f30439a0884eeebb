using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.SecondFactors;

/// <summary>Adds, uses and removes passkeys and recovery codes, each in one commit. It does not check who asks: the pages do. Thread-safe, also across processes.</summary>
public sealed class SecondFactorAdministration(IDirectory directory)
{
    /// <summary>More than a person has devices.</summary>
    public const int MaxPasskeys = 10;

    /// <summary>
    /// Adds a passkey. The first one ends the sessions that were opened without it. A repeat with the same credential changes nothing.
    /// </summary>
    /// <param name="staffId">The person.</param>
    /// <param name="passkey">The passkey.</param>
    /// <param name="recoveryCodes">The hashes of the codes that a person without a passkey gets; others keep theirs.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The person as written; null for one who is no member of staff, has this passkey already, or has <see cref="MaxPasskeys"/>.</returns>
    public async Task<Staff?> Add(string staffId, Passkey passkey, ImmutableArray<string> recoveryCodes, CancellationToken cancellation = default)
    {
        var stamp = StaffStamp.Create();
        return await Change(
            staffId,
            staff => staff.SecondFactor switch
            {
                null => staff with { SecondFactor = new SecondFactor([passkey], recoveryCodes), Stamp = stamp },
                { Passkeys: var known } when known.Length >= MaxPasskeys || known.Any(p => p.Id == passkey.Id) => null,
                var factor => staff with { SecondFactor = factor with { Passkeys = factor.Passkeys.Add(passkey) } },
            },
            cancellation);
    }

    /// <summary>Notes that a passkey opened a session: the authenticator's counter, and when.</summary>
    public async Task RecordUse(string staffId, string passkeyId, uint signCount, bool isBackedUp, Instant at, CancellationToken cancellation = default) => await Change(
        staffId,
        staff => staff.SecondFactor is { } factor && factor.Passkeys.FirstOrDefault(p => p.Id == passkeyId) is { } used
            ? staff with
            {
                SecondFactor = factor with
                {
                    Passkeys = factor.Passkeys.Replace(used, used with { SignCount = signCount, IsBackedUp = isBackedUp, LastUsedAt = at }),
                },
            }
            : null,
        cancellation);

    /// <summary>Uses up a recovery code. Of several concurrent callers with the same code, one succeeds.</summary>
    /// <returns>Whether the code was one of the person's unused ones.</returns>
    public async Task<bool> TryUseRecoveryCode(string staffId, string code, CancellationToken cancellation = default)
    {
        var hash = RecoveryCodes.Hash(code);
        return await Change(
            staffId,
            staff => staff.SecondFactor is { } factor && factor.RecoveryCodes.Contains(hash)
                ? staff with { SecondFactor = factor with { RecoveryCodes = factor.RecoveryCodes.Remove(hash) } }
                : null,
            cancellation) is not null;
    }

    /// <summary>Replaces all recovery codes.</summary>
    /// <returns>False for a person without a passkey.</returns>
    public async Task<bool> ReplaceRecoveryCodes(string staffId, ImmutableArray<string> hashes, CancellationToken cancellation = default) => await Change(
        staffId, staff => staff.SecondFactor is { } factor ? staff with { SecondFactor = factor with { RecoveryCodes = hashes } } : null, cancellation) is not null;

    /// <summary>Removes a passkey; with the last one the recovery codes go too.</summary>
    /// <returns>False when the person has no such passkey.</returns>
    public async Task<bool> Remove(string staffId, string passkeyId, CancellationToken cancellation = default) => await Change(
        staffId,
        staff => staff.SecondFactor is not { } factor || factor.Passkeys.All(p => p.Id != passkeyId) ? null
            : factor.Passkeys.Length == 1 ? staff with { SecondFactor = null }
            : staff with { SecondFactor = factor with { Passkeys = factor.Passkeys.RemoveAll(p => p.Id == passkeyId) } },
        cancellation) is not null;

    /// <summary>For a person who lost passkeys and codes: removes both and ends all their sessions. From then on the mailbox alone signs them in.</summary>
    /// <returns>False for a person without a passkey.</returns>
    public async Task<bool> Reset(string staffId, CancellationToken cancellation = default)
    {
        var stamp = StaffStamp.Create();
        return await Change(staffId, staff => staff.SecondFactor is null ? null : staff with { SecondFactor = null, Stamp = stamp }, cancellation) is not null;
    }

    async Task<Staff?> Change(string staffId, Func<Staff, Staff?> change, CancellationToken cancellation) => await directory.ChangeStaff(
        all => all.FirstOrDefault(s => s.Id == staffId) is { IsFormer: false } staff ? change(staff) : null, cancellation);
}
