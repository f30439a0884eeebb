using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.SecondFactors;

/// <summary>
/// Adds, uses and removes passkeys and recovery codes, each in one commit. Each change ends the staff member's sessions and sends them a mail. It does not check who asks: the
/// pages do. Thread-safe, also across processes.
/// </summary>
public sealed class SecondFactorAdministration(IDirectory directory, SecondFactorMails mails)
{
    /// <summary>More than a staff member has devices.</summary>
    public const int MaxPasskeys = 10;

    /// <summary>Adds a passkey. A repeat with the same credential changes nothing.</summary>
    /// <param name="staffId">The staff member.</param>
    /// <param name="passkey">The passkey.</param>
    /// <param name="recoveryCodes">The hashes of the codes that a staff member without a passkey gets; others keep theirs.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The staff member as written; null for one who left, has this passkey already, or has <see cref="MaxPasskeys"/>.</returns>
    public Task<Staff?> Add(string staffId, Passkey passkey, ImmutableArray<string> recoveryCodes, CancellationToken cancellation = default) => ChangeAndTell(
        staffId,
        staff => staff.SecondFactor switch
        {
            null => (SecondFactorChange.PasskeyAdded, new SecondFactor([passkey], recoveryCodes)),
            { Passkeys: var known } when known.Length >= MaxPasskeys || known.Any(p => p.Id == passkey.Id) => null,
            var factor => (SecondFactorChange.PasskeyAdded, factor with { Passkeys = factor.Passkeys.Add(passkey) }),
        },
        cancellation);

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
    /// <returns>Whether the code was one of the staff member's unused ones.</returns>
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
    /// <returns>The staff member as written; null for one without a passkey.</returns>
    public Task<Staff?> ReplaceRecoveryCodes(string staffId, ImmutableArray<string> hashes, CancellationToken cancellation = default) => ChangeAndTell(
        staffId,
        staff => staff.SecondFactor is { } factor ? (SecondFactorChange.RecoveryCodesReplaced, factor with { RecoveryCodes = hashes }) : null,
        cancellation);

    /// <summary>Removes a passkey; with the last one the recovery codes go too.</summary>
    /// <returns>The staff member as written; null when they have no such passkey.</returns>
    public Task<Staff?> Remove(string staffId, string passkeyId, CancellationToken cancellation = default) => ChangeAndTell(
        staffId,
        staff => staff.SecondFactor is not { } factor || factor.Passkeys.All(p => p.Id != passkeyId) ? null
            : factor.Passkeys.Length == 1 ? (SecondFactorChange.LastPasskeyRemoved, null)
            : (SecondFactorChange.PasskeyRemoved, factor with { Passkeys = factor.Passkeys.RemoveAll(p => p.Id == passkeyId) }),
        cancellation);

    /// <summary>For a staff member who lost passkeys and codes: removes both. From then on the mailbox alone signs them in.</summary>
    /// <returns>False for a staff member without a passkey.</returns>
    public async Task<bool> Reset(string staffId, CancellationToken cancellation = default) => await ChangeAndTell(
        staffId, staff => staff.SecondFactor is null ? null : (SecondFactorChange.Reset, null), cancellation) is not null;

    /// <summary>Writes the change with a new stamp, which ends the sessions.</summary>
    async Task<Staff?> ChangeAndTell(string staffId, Func<Staff, (SecondFactorChange Change, SecondFactor? Factor)?> decide, CancellationToken cancellation)
    {
        var stamp = StaffStamp.Create();
        SecondFactorChange change = default;
        var written = await Change(
            staffId,
            staff =>
            {
                if (decide(staff) is not var (decided, factor))
                {
                    return null;
                }

                change = decided;
                return staff with { SecondFactor = factor, Stamp = stamp };
            },
            cancellation);
        if (written is not null)
        {
            await mails.Enqueue(written, change);
        }

        return written;
    }

    async Task<Staff?> Change(string staffId, Func<Staff, Staff?> change, CancellationToken cancellation) => await directory.ChangeStaff(
        all => all.FirstOrDefault(s => s.Id == staffId) is { IsFormer: false } staff ? change(staff) : null, cancellation);
}
