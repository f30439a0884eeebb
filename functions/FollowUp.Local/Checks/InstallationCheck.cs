using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Delivery.Smtp;
using FollowUp.Delivery.Webhooks;
using FollowUp.Domain.Permissions;
using FollowUp.Local.Hosting.KeyRing;
using FollowUp.Storage.Shared;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Local.Checks;

/// <summary>Tries what an installation needs: store, staff, key ring, clock, public address, mail server, reply domain, webhook target. It changes nothing that lasts.</summary>
sealed class InstallationCheck(IStore store, IServiceProvider services, TimeProvider time)
{
    const string ProbeSetting = "check";

    static readonly Duration MaxClockDifference = Duration.FromMinutes(2);

    public async Task<IReadOnlyList<CheckResult>> Run(CancellationToken cancellation)
    {
        var webhook = await services.GetRequiredService<WebhookProbe>().Try(cancellation);
        return
        [
            await CheckWrites(cancellation),
            .. await CheckStaff(cancellation),
            CheckKeyRing(),
            CheckKeyProtection(),
            await CheckSecrets(cancellation),
            await CheckClock(webhook?.Date, cancellation),
            CheckPublicAddress(),
            await CheckMailServer(cancellation),
            await CheckReplyDomain(cancellation),
            CheckWebhook(webhook),
        ];
    }

    async Task<CheckResult> CheckWrites(CancellationToken cancellation)
    {
        var value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        await store.Settings.Set(ProbeSetting, value, cancellation);
        var read = await store.Settings.Get(ProbeSetting, cancellation);
        await store.Settings.Remove(ProbeSetting, cancellation);
        return read == value
            ? CheckResult.Ok("store", "a write can be read again")
            : CheckResult.Mend("store", "a write was acknowledged and cannot be read. Do not use this store.");
    }

    async Task<IEnumerable<CheckResult>> CheckStaff(CancellationToken cancellation)
    {
        var staff = await store.Directory.AllStaff(cancellation);
        return
        [
            staff.Any(s => s.Role == Role.Manager)
                ? CheckResult.Ok("staff", "there is a manager")
                : CheckResult.Mend("staff", "there is no manager. Run: followup setup"),
            staff.Any(s => s.Role == Role.Coordinator)
                ? CheckResult.Ok("staff", "there is a coordinator")
                : CheckResult.Note("staff", "there is no coordinator: receipts promise no call until one is added."),
        ];
    }

    CheckResult CheckKeyRing()
    {
        try
        {
            var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FollowUp.Check");
            var text = Encoding.UTF8.GetBytes("check");
            return protector.Unprotect(protector.Protect(text)).SequenceEqual(text)
                ? CheckResult.Ok("key ring", "links and sessions can be made and read")
                : CheckResult.Mend("key ring", "what it encrypts it does not decrypt. Restore a backup.");
        }
        catch (CryptographicException failure)
        {
            return CheckResult.Mend("key ring", $"it cannot be used: {failure.Message} Restore a backup, or give this machine the vault that wraps it.");
        }
    }

    /// <summary>Whether every key can be decrypted, and whether the store alone is enough for it.</summary>
    CheckResult CheckKeyProtection()
    {
        const string Area = "key ring";
        var lost = services.GetRequiredService<IKeyManager>().GetAllKeys().Count(key => !CanDecrypt(key));
        return lost > 0
            ? CheckResult.Mend(Area, $"{lost} of its keys cannot be decrypted: links and sessions made with them are refused. Name the file with which they were encrypted (KeyRing__PassphraseFile, KeyRing__CertificateFile).")
            : services.GetRequiredService<KeyRingProtection>().IsProtected
                ? CheckResult.Ok(Area, "its keys are encrypted in the store")
                : CheckResult.Note(Area, "its keys are not encrypted in the store: a copy of it is enough to use them. Name a passphrase file (KeyRing__PassphraseFile).");
    }

    static bool CanDecrypt(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    async Task<CheckResult> CheckSecrets(CancellationToken cancellation)
    {
        var settings = (await store.Department.Read(cancellation)).Settings;
        var secrets = services.GetRequiredService<ISecretProtector>();
        var lost = new (string Name, EncryptedText? Text)[]
        {
            ("the password of the mail server", settings.Smtp.Password), ("the secret of the webhooks", settings.Webhook.Secret),
        }.Where(secret => secret.Text is not null && secrets.Unprotect(secret.Text) is null).Select(secret => secret.Name).ToArray();
        return lost.Length == 0
            ? CheckResult.Ok("secrets", "every stored secret can be decrypted")
            : CheckResult.Mend("secrets", $"{string.Join(" and ", lost)} cannot be decrypted by this key ring. Enter it again in the settings.");
    }

    /// <summary>Compares with the times that the store has of jobs that ran, and with the website's clock where it tells one.</summary>
    async Task<CheckResult> CheckClock(DateTimeOffset? website, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        var last = (await store.Settings.List("schedule:", cancellation))
            .Select(row => InstantPattern.ExtendedIso.Parse(row.Value)).Where(parsed => parsed.Success).Select(parsed => parsed.Value)
            .DefaultIfEmpty(Instant.MinValue).Max();
        if (last > now + MaxClockDifference)
        {
            return CheckResult.Mend("clock", $"it says {Format(now)}, and a job ran at {Format(last)}. Set the machine’s clock (NTP).");
        }

        return website is { } theirs && (Instant.FromDateTimeOffset(theirs) - now) is var difference
            && Duration.FromTicks(Math.Abs(difference.TotalTicks)) > MaxClockDifference
            ? CheckResult.Mend("clock", $"it says {Format(now)}, and the website’s {Format(Instant.FromDateTimeOffset(theirs))}. Webhooks are refused at such a distance: set the machine’s clock (NTP).")
            : CheckResult.Ok("clock", $"it says {Format(now)}");
    }

    CheckResult CheckPublicAddress()
    {
        var address = services.GetRequiredService<IOptionsMonitor<PagesOptions>>().CurrentValue.PublicBase;
        return address.IsLoopback
            ? CheckResult.Note("address", $"links in mails begin with {address}, which opens on this machine only. Run: followup setup --public-address URL")
            : address.Scheme != Uri.UriSchemeHttps
                ? CheckResult.Mend("address", $"links in mails begin with {address}: sessions and links are readable on the way. Use https (docs/operations/deploy.md).")
                : CheckResult.Ok("address", $"links in mails begin with {address}");
    }

    async Task<CheckResult> CheckMailServer(CancellationToken cancellation)
    {
        SmtpOptions smtp;
        try
        {
            smtp = services.GetRequiredService<IOptionsMonitor<SmtpOptions>>().CurrentValue;
        }
        catch (OptionsValidationException invalid)
        {
            return CheckResult.Mend("mail", string.Join(" ", invalid.Failures));
        }

        return !smtp.IsConfigured
            ? CheckResult.Note("mail", "there is no mail server: mails stay in the mailbox page. Run: followup setup --smtp-host HOST --from-address EMAIL")
            : await SmtpProbe.Try(smtp, cancellation) is { } failure
                ? CheckResult.Mend("mail", $"{smtp.Host}:{smtp.PortOrDefault.ToString(CultureInfo.InvariantCulture)} cannot be used: {failure.TrimEnd('.')}. Mend the server, or run: followup setup")
                : CheckResult.Ok("mail", $"{smtp.Host}:{smtp.PortOrDefault.ToString(CultureInfo.InvariantCulture)} lets this installation send");
    }

    async Task<CheckResult> CheckReplyDomain(CancellationToken cancellation)
    {
        var mail = services.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue;
        if (mail.ReplyDomain == MailOptions.DefaultReplyDomain)
        {
            return mail.ReplyAddress is { Length: > 0 } address
                ? CheckResult.Note("replies", $"clients reply to {address}: their replies are not recorded in the projects. Set a reply domain in the settings.")
                : CheckResult.Note("replies", "there is no reply domain and no reply address. Run: followup setup --reply-address EMAIL");
        }

        return await services.GetRequiredService<IMailDomains>().FindMailHosts(mail.ReplyDomain, cancellation) switch
        {
            null => CheckResult.Note("replies", $"DNS did not answer: the MX record of {mail.ReplyDomain} could not be checked."),
            { IsEmpty: true } => CheckResult.Mend("replies", $"{mail.ReplyDomain} has no MX record: clients’ replies get lost. Add one that leads to the mail gateway."),
            var hosts => CheckResult.Ok("replies", $"mail to {mail.ReplyDomain} goes to {hosts.Value[0]}"),
        };
    }

    static CheckResult CheckWebhook(WebhookProbe.Result? webhook) => webhook switch
    {
        null => CheckResult.Note("webhook", "no website receives webhooks."),
        { Failure: { } failure } => CheckResult.Mend("webhook", $"the website cannot be reached: {failure.TrimEnd('.')}. Check its address, and the firewall."),
        _ => CheckResult.Ok("webhook", "the website answers"),
    };

    static string Format(Instant at) => InstantPattern.General.Format(at);
}
