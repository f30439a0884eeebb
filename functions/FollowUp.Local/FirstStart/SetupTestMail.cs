using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Delivery.Smtp;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Local.FirstStart;

/// <summary>Sends a test mail by the mail server of the answers, before anything is stored.</summary>
static class SetupTestMail
{
    /// <returns>Null when the server accepted the mail; otherwise why not.</returns>
    public static async Task<string?> Send(SetupAnswers answers, string? password, TimeProvider time, CancellationToken cancellation)
    {
        var smtp = new SmtpOptions
        {
            Host = answers["smtpHost"],
            Port = answers["smtpPort"] is { } port ? int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) : null,
            Security = answers["smtpSecurity"] ?? "starttls",
            User = answers["smtpUser"],
            Password = password,
        };
        var sender = new MailSenderOptions { FromAddress = answers["fromAddress"]! };
        using var mailer = new SmtpMailSender(new FixedOptions<SmtpOptions>(smtp), new FixedOptions<MailSenderOptions>(sender), time);
        try
        {
            await mailer.Send(CreateMail(answers, time), time.GetCurrentInstant(), cancellation);
            return null;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return failure is DeliveryRejectedException { Code: var code } ? $"the server refused it ({code})" : failure.Message;
        }
    }

    static OutgoingMail CreateMail(SetupAnswers answers, TimeProvider time)
    {
        const string Subject = "FollowUp : mail d’essai / test mail";
        const string Text = "Ce mail d’essai prouve que le serveur de mails est bien réglé.\n\nThis test mail proves that the mail server is set up well.\n";
        return new OutgoingMail(
            $"test.{time.GetUtcNow().UtcTicks:x}", null, answers["testMailTo"] ?? answers["managerEmail"]!, null, answers["department"]!,
            answers["replyAddress"] ?? answers["fromAddress"]!, Subject, Text,
            "<p>Ce mail d’essai prouve que le serveur de mails est bien réglé.</p><p lang=\"en\">This test mail proves that the mail server is set up well.</p>",
            ImmutableDictionary<string, string>.Empty, []);
    }

    /// <summary>Options that never change.</summary>
    sealed class FixedOptions<T>(T value) : IOptionsMonitor<T>
    {
        public T CurrentValue => value;

        public T Get(string? name) => value;

        public IDisposable? OnChange(Action<T, string?> listener) => null;
    }
}
