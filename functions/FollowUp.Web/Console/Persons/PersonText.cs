using System.Diagnostics;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Persons;

namespace FollowUp.Web.Console.Persons;

/// <summary>Consents and objections in words.</summary>
static class PersonText
{
    public static LocalizedText Consent(PersonConsentResponse c) => (c.Scope, c.Given) switch
    {
        (ConsentScope.Request, true) => new("d’accord pour être appelé sur cette demande", "agrees to be called about this request"),
        (ConsentScope.Later, true) => new("d’accord pour être appelé aussi plus tard", "agrees to be called later too"),
        (ConsentScope.Request, false) => new("accord retiré pour cette demande", "consent withdrawn for this request"),
        (ConsentScope.Later, false) => new("accord retiré pour plus tard", "consent withdrawn for later"),
        _ => throw new UnreachableException($"No rule for {c.Scope}."),
    };

    public static LocalizedText Objection(ObjectionKind kind) => kind switch
    {
        ObjectionKind.Calls => new("plus d’appels", "no more calls"),
        ObjectionKind.Mails => new("plus de mails", "no more emails"),
        ObjectionKind.AllContact => new("plus aucun contact", "no more contact"),
        ObjectionKind.MailFailed => new("adresse mail qui ne fonctionne pas", "email address that does not work"),
        _ => throw new UnreachableException($"No rule for {kind}."),
    };
}
