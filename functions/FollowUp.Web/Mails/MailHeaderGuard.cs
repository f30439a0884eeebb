using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Mails;

/// <summary>Prevents header injection: a header field with a line break is refused.</summary>
static class MailHeaderGuard
{
    /// <returns>The same mail.</returns>
    /// <exception cref="ArgumentException">A field has a line break or another control character; the message names the field.</exception>
    public static OutgoingMail EnsureSingleLines(OutgoingMail mail)
    {
        EnsureSingleLine("To", mail.To);
        EnsureSingleLine("the recipient's name", mail.ToName);
        EnsureSingleLine("From", mail.FromName);
        EnsureSingleLine("Reply-To", mail.ReplyTo);
        EnsureSingleLine("Subject", mail.Subject);
        foreach (var (name, value) in mail.Headers)
        {
            EnsureSingleLine("the name of a header", name);
            EnsureSingleLine(name, value);
        }

        return mail;
    }

    static void EnsureSingleLine(string field, string? value)
    {
        if (value is not null && value.Any(TextCharacters.IsForbiddenInLine))
        {
            throw new ArgumentException($"{field} of an email must be one line without control characters.");
        }
    }
}
