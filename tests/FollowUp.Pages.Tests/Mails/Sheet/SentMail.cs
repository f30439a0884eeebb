using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>A mail with its kind and recipient.</summary>
/// <param name="Name">The kind, and for a request to staff the escalation level.</param>
/// <param name="Kind">Null for the department's mails.</param>
public sealed record SentMail(string Name, MessageKind? Kind, OutgoingMail Mail)
{
    /// <summary>Parses the mail id: project, version, kind and escalation level; or the kind first for a department's mail.</summary>
    public static SentMail Of(OutgoingMail mail)
    {
        var parts = mail.MessageId.Split('.');
        return parts.Length > 2 && Enum.TryParse<MessageKind>(parts[2], out var kind)
            ? new SentMail(string.Join(' ', parts[2..]), kind, mail)
            : new SentMail(parts[0], null, mail);
    }
}
