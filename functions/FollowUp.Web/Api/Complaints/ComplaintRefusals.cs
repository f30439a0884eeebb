using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Api.Complaints;

/// <summary>Why an answer to a complaint is refused.</summary>
static class ComplaintRefusals
{
    public static readonly Refusal AlreadyAnswered = new(
        "already-answered", RefusalKind.Conflict, new LocalizedText("Cette réclamation a déjà sa réponse.", "This complaint has its answer already."));

    public static readonly Refusal NoAddress = new(
        "no-address", RefusalKind.Conflict, new LocalizedText("Aucune adresse mail n’est connue de la personne.", "No mail address of the person is known."));
}
