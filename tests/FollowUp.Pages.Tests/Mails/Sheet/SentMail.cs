using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>A mail and what it is.</summary>
/// <param name="Name">Its kind, and of a request to staff how it is made.</param>
/// <param name="Kind">Null for those that no project owes.</param>
public sealed record SentMail(string Name, MessageKind? Kind, OutgoingMail Mail)
{
    /// <summary>By its id: project, version, kind and, of a request, how; or the kind first where no project owes it.</summary>
    public static SentMail Of(OutgoingMail mail)
    {
        var parts = mail.MessageId.Split('.');
        return parts.Length > 2 && Enum.TryParse<MessageKind>(parts[2], out var kind)
            ? new SentMail(string.Join(' ', parts[2..]), kind, mail)
            : new SentMail(parts[0], null, mail);
    }
}
