using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Mails;

/// <summary>The recipient of a mail.</summary>
sealed record MailRecipient(string Address, string? Name, Language Language)
{
    /// <summary>Null when the recipient is erased or has left, or has no mail address.</summary>
    public static MailRecipient? Resolve(MailRequest request) => request.Message.To switch
    {
        RecipientKind.Client when request.Dossier is { Email: { Length: > 0 } address } dossier
            => new(address, dossier.Name, request.Project.Language),
        RecipientKind.Staff when request.ToStaff is { } staff
            => new(staff.Id, staff.Name, staff.Language),
        RecipientKind.Provider when request.ToProvider is { Email.Length: > 0 } provider
            => new(provider.Email, provider.Name, provider.Language),
        _ => null,
    };
}
