using System.CommandLine;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Local.Hosting;
using FollowUp.Local.Hosting.KeyRing;
using FollowUp.Storage.Shared;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// <c>key</c>: prints the key of the website API or of the mail gateway. It is created at the first call and stays the same until
/// <c>--rotate</c> replaces it.
/// </summary>
static class KeyCommand
{
    const int DefaultOverlapDays = 7;

    public static Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var inboundMail = new Option<bool>("--inbound-mail") { Description = "The key of the mail gateway instead." };
        var rotate = new Option<bool>("--rotate") { Description = "Replaces the key and prints the new one." };
        var overlap = new Option<int>("--overlap")
        {
            Description = $"With --rotate: for how many days the old key stays valid, 0 to {AccessKeys.MaxOverlap.Days} (by default {DefaultOverlapDays}).",
            HelpName = "DAYS",
            DefaultValueFactory = _ => DefaultOverlapDays,
        };
        var command = new Command("key", "Prints the website key.") { data, inboundMail, rotate, overlap };
        command.SetAction(async (parsed, cancellation) =>
        {
            var kind = parsed.GetValue(inboundMail) ? AccessKeyKind.InboundMail : AccessKeyKind.Website;
            var days = ReadOverlap(parsed.GetValue(overlap), isGiven: parsed.GetResult(overlap) is { Implicit: false }, parsed.GetValue(rotate));
            using var store = await FollowUpCommand.GetOrCreateInstallation(parsed, data).OpenStore();
            await Console.Out.WriteLineAsync(parsed.GetValue(rotate)
                ? await Rotate(store, kind, Duration.FromDays(days), cancellation)
                : await Read(store, kind, cancellation));
            return 0;
        });
        return command;
    }

    /// <summary>The keys of an installation, for a process that is no host.</summary>
    /// <param name="store">The installation.</param>
    /// <param name="time">By which an overlap is counted; null where no key is replaced.</param>
    /// <exception cref="BadArgumentException">The settings do not name what decrypts the key ring.</exception>
    public static AccessKeys OpenKeys(IStore store, TimeProvider? time = null)
    {
        var protection = KeyRingProtection.Read(CommandServices.ReadConfiguration());
        protection.Encrypt(store.KeyRing);
        return new(store.Settings, KeyRingServices.CreateSecretProtector(store.KeyRing, protection.Apply), time ?? TimeProvider.System);
    }

    static int ReadOverlap(int days, bool isGiven, bool rotate) => (isGiven, rotate) switch
    {
        (true, false) => throw new BadArgumentException("--overlap: only with --rotate."),
        _ when days < 0 || days > AccessKeys.MaxOverlap.Days => throw new BadArgumentException($"--overlap: expected a number of days from 0 to {AccessKeys.MaxOverlap.Days}."),
        _ => days,
    };

    static async Task<string> Read(IStore store, AccessKeyKind kind, CancellationToken cancellation)
    {
        var key = await OpenKeys(store).GetOrCreate(kind, cancellation)
            ?? throw new BadArgumentException(
                "key: this key cannot be printed: the environment sets it, or the key ring of this installation was replaced. Replace it with --rotate.");
        await CommandLineAudit.Write(store, kind == AccessKeyKind.Website ? "print-website-key" : "print-inbound-mail-key");
        return key;
    }

    static async Task<string> Rotate(IStore store, AccessKeyKind kind, Duration overlap, CancellationToken cancellation)
    {
        // The clock of the host, which refuses the old key by it: that of a demo is another than the machine's.
        var time = await HostClock.ReadOf(store.Settings);
        var keys = OpenKeys(store, time);
        var hadKey = await keys.Find(kind, cancellation) is not null;
        var key = await keys.Rotate(kind, overlap, cancellation);
        var now = time.GetCurrentInstant();
        await store.Audit.Write(AccessKeyAudit.CreateEntry(now, AuditActors.CommandLine, AuditActors.CommandLine, kind), cancellation);
        if (hadKey)
        {
            await Console.Error.WriteLineAsync(overlap == Duration.Zero
                ? "The old key is refused from now on."
                : $"The old key is valid until {new DateTimeText(WorkingCalendar.France, Language.English, now).FormatDateTime(now + overlap)}.");
        }

        return key;
    }
}
