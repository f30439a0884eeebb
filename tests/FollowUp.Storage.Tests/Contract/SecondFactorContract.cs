using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Scheduling;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Passkeys and recovery codes, which are in the row of their person.</summary>
public abstract class SecondFactorContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static readonly Instant At = Instant.FromUtc(2026, 11, 23, 8, 0);

    /// <summary>As long as the public key of RSA with 4096 bits, the longest that browsers make.</summary>
    static readonly string PublicKey = new('k', 720);

    SecondFactorAdministration Factors => Create(Store);

    [Fact]
    public async Task Ten_passkeys_and_their_codes_are_read_as_they_were_added_by_every_process()
    {
        await AddCamille();
        var codes = RecoveryCodes.Create();
        for (var i = 1; i <= SecondFactorAdministration.MaxPasskeys; i++)
        {
            Assert.NotNull(await Factors.Add(A.Camille, NewPasskey(i), HashAll(codes)));
        }

        Assert.Null(await Factors.Add(A.Camille, NewPasskey(11), []));
        Assert.Null(await Factors.Add(A.Camille, NewPasskey(3), []));
        await Factors.RecordUse(A.Camille, "id-3", 42, isBackedUp: true, At);
        await Reopen();
        using var other = await OpenAnother();

        var factor = (await other.Directory.ReadStaff(A.Camille))!.SecondFactor!;
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"id-{i}"), factor.Passkeys.Select(p => p.Id));
        Assert.Equal((42u, true, At), (factor.Passkeys[2].SignCount, factor.Passkeys[2].IsBackedUp, factor.Passkeys[2].LastUsedAt!.Value));
        Assert.Equal((PublicKey, "Clé n° 4 – téléphone"), (factor.Passkeys[3].PublicKey, factor.Passkeys[3].Name));
        Assert.Equal(["internal", "hybrid"], factor.Passkeys[3].Transports);
        Assert.Equal(HashAll(codes), factor.RecoveryCodes);
    }

    [Fact]
    public async Task A_recovery_code_is_used_once_by_several_processes_at_once()
    {
        await AddCamille();
        var codes = RecoveryCodes.Create();
        await Factors.Add(A.Camille, NewPasskey(1), HashAll(codes));
        using var other = await OpenAnother();
        SecondFactorAdministration[] processes = [Factors, Create(other)];

        var used = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => processes[i % 2].TryUseRecoveryCode(A.Camille, codes[0])));

        Assert.Single(used, wasUsed => wasUsed);
        Assert.Equal(HashAll(codes)[1..], (await other.Directory.ReadStaff(A.Camille))!.SecondFactor!.RecoveryCodes);
        Assert.False(await processes[1].TryUseRecoveryCode(A.Camille, "no such code"));
    }

    [Fact]
    public async Task Each_change_has_a_new_stamp_in_the_same_commit_and_one_mail_and_the_last_removal_takes_the_codes()
    {
        await AddCamille();
        await Factors.Add(A.Camille, NewPasskey(1), HashAll(RecoveryCodes.Create()));
        var first = (await Store.Directory.ReadStaff(A.Camille))!;
        Assert.NotNull(first.Stamp);

        var second = await Factors.Add(A.Camille, NewPasskey(2), []);
        var codes = await Factors.ReplaceRecoveryCodes(A.Camille, HashAll(RecoveryCodes.Create()));
        var one = await Factors.Remove(A.Camille, "id-1");
        Assert.Null(await Factors.Remove(A.Camille, "id-1"));
        var none = await Factors.Remove(A.Camille, "id-2");
        Assert.Null((await Store.Directory.ReadStaff(A.Camille))!.SecondFactor);
        Assert.Null(await Factors.ReplaceRecoveryCodes(A.Camille, []));

        var again = await Factors.Add(A.Camille, NewPasskey(3), []);
        Assert.True(await Factors.Reset(A.Camille));
        var after = (await Store.Directory.ReadStaff(A.Camille))!;
        Assert.Null(after.SecondFactor);
        Assert.False(await Factors.Reset(A.Camille));

        string?[] stamps = [first.Stamp, second!.Stamp, codes!.Stamp, one!.Stamp, none!.Stamp, again!.Stamp, after.Stamp];
        Assert.Equal(7, stamps.Distinct().Count());
        Assert.Equal(
            [
                SecondFactorChange.PasskeyAdded, SecondFactorChange.PasskeyAdded, SecondFactorChange.PasskeyAdded, SecondFactorChange.PasskeyRemoved,
                SecondFactorChange.LastPasskeyRemoved, SecondFactorChange.RecoveryCodesReplaced, SecondFactorChange.Reset,
            ],
            (await new DepartmentOutbox(Store.Settings).GetPending()).Select(entry => entry.Mail.SecondFactorChange!.Value).Order());
    }

    [Fact]
    public async Task Who_left_gets_no_passkey()
    {
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, []) { RemovedAt = At });

        Assert.Null(await Factors.Add(A.Camille, NewPasskey(1), []));
    }

    static SecondFactorAdministration Create(IStore store) => new(
        store.Directory, new SecondFactorMails(new DepartmentOutbox(store.Settings), new NoSignal(), WorkingCalendar.France, TimeProvider.System));

    ValueTask AddCamille() => Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, []));

    static Passkey NewPasskey(int i) => new($"id-{i}", PublicKey, $"Clé n° {i} – téléphone", At, 0, ["internal", "hybrid"], true, true, false);

    static ImmutableArray<string> HashAll(ImmutableArray<string> codes) => [.. codes.Select(RecoveryCodes.Hash)];

    sealed class NoSignal : IScheduleSignal
    {
        public void Raise()
        {
        }
    }
}
