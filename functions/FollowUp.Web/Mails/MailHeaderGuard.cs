using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Mails;

/// <summary>What goes into the header of a mail holds one line, or the mail is not written.</summary>
static class MailHeaderGuard
{
    /// <exception cref="ArgumentException">A field has a line break or another control character; the message names it.</exception>
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
            throw new ArgumentException($"{field} of a mail holds one line without control characters.");
        }
    }
}
