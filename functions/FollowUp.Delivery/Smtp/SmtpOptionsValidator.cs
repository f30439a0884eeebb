using FollowUp.Application.Delivery;
using Microsoft.Extensions.Options;
using MimeKit;

namespace FollowUp.Delivery.Smtp;

/// <summary>Names every setting of the mail server that is missing or not understood. Accepts anything while no host is configured.</summary>
/// <remarks>It reads the sender from the factory: while settings change, a monitor may still have the sender from before.</remarks>
sealed class SmtpOptionsValidator(IOptionsFactory<MailSenderOptions> sender) : IValidateOptions<SmtpOptions>
{
    static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(1);
    static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        if (!options.IsConfigured)
        {
            return ValidateOptionsResult.Success;
        }

        var result = new ValidateOptionsResultBuilder();
        if (options.Security is not ("tls" or "starttls" or "none"))
        {
            result.AddError($"Smtp__Security is '{options.Security}': expected tls, starttls or none.");
        }

        AddTimeoutError(result, "Smtp__Timeout", options.Timeout);
        AddTimeoutError(result, "Smtp__AnswerTimeout", options.AnswerTimeout);
        var from = sender.Create(Options.DefaultName).FromAddress;
        if (from == MailSenderOptions.DefaultFromAddress || !MailboxAddress.TryParse(from, out _))
        {
            result.AddError("Mail__FromAddress is missing or is not a mail address. A mail server needs the address that mails come from.");
        }

        return result.Build();
    }

    static void AddTimeoutError(ValidateOptionsResultBuilder result, string setting, TimeSpan timeout)
    {
        if (timeout < MinTimeout || timeout > MaxTimeout)
        {
            result.AddError($"{setting} must be a time between 00:00:00.001 and 01:00:00.");
        }
    }
}
