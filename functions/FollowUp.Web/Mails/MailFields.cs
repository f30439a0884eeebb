using FollowUp.Application.Ports;

namespace FollowUp.Web;

/// <summary>What goes into the header of a mail holds one line, or the mail is not written.</summary>
static class MailFields
{
    /// <exception cref="ArgumentException">A field has a line break or another control character; the message names it.</exception>
    public static OutgoingMail Checked(OutgoingMail mail)
    {
        OneLine("To", mail.To);
        OneLine("the recipient's name", mail.ToName);
        OneLine("From", mail.FromName);
        OneLine("Reply-To", mail.ReplyTo);
        OneLine("Subject", mail.Subject);
        foreach (var (name, value) in mail.Headers)
        {
            OneLine("the name of a header", name);
            OneLine(name, value);
        }

        return mail;
    }

    static void OneLine(string field, string? value)
    {
        if (value is not null && value.Any(Checks.BreaksLine))
        {
            throw new ArgumentException($"{field} of a mail holds one line without control characters.");
        }
    }
}
