using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Mails;

/// <summary>Who reads a mail, where, and in which language.</summary>
sealed record MailRecipient(string Address, string? Name, Language Language)
{
    /// <summary>Null when there is nobody left to write to, or no address.</summary>
    public static MailRecipient? Resolve(MailRequest letter) => letter.Message.To switch
    {
        RecipientKind.Client when letter.Dossier is { Email: { Length: > 0 } address } dossier
            => new(address, dossier.Name, letter.Project.Language),
        RecipientKind.Staff when letter.ToStaff is { } staff
            => new(staff.Id, staff.Name, staff.Language),
        RecipientKind.Provider when letter.ToProvider is { Email.Length: > 0 } provider
            => new(provider.Email, provider.Name, provider.Language),
        _ => null,
    };
}
