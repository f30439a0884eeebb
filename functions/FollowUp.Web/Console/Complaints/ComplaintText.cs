using System.Diagnostics;
using FollowUp.Application.Complaints;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Complaints;

/// <summary>Names of causes and states of complaints, and what the department does not do.</summary>
static class ComplaintText
{
    /// <summary>The charter in words, for the file.</summary>
    public static readonly LocalizedText[] Charter =
    [
        new(
            "Le service ne pousse jamais un prestataire inactif : un avis ne part qu’à un prestataire qui a agi sur le projet et qui intéresse le client.",
            "The department never pushes an inactive provider: a notice goes only to a provider that acted on the project and in which the client is interested."),
        new(
            "Personne ne choisit à la place du client : aucune règle, aucun minuteur et aucun membre de l’équipe ne désigne un prestataire.",
            "Nobody chooses for the client: no rule, no timer and no member of staff picks a provider."),
        new(
            "Le commercial ne suit pas les projets : un abonnement ne donne ni priorité ni recommandation, seulement le droit de lire ce que le suivi apprend.",
            "Sales do not follow projects up: a subscription gives no priority and no recommendation, only the right to read what the follow-up learns."),
    ];

    public static LocalizedText Cause(ComplaintCause cause) => cause switch
    {
        ComplaintCause.UnwantedContact => new("contact non voulu, ou trop de contacts", "unwanted contact, or too many contacts"),
        ComplaintCause.Delay => new("pas de nouvelles, ou un retard", "no news, or a delay"),
        ComplaintCause.WrongInformation => new("information fausse", "wrong information"),
        ComplaintCause.NotRecommended => new("prestataire non signalé ou non recommandé", "provider not told of or not recommended"),
        ComplaintCause.PersonalData => new("données personnelles", "personal data"),
        ComplaintCause.Behaviour => new("comportement d’une personne", "behaviour of a person"),
        ComplaintCause.NotOurs => new("hors du service : prestataire, site, facture", "not ours: a provider, the website, an invoice"),
        ComplaintCause.Other => new("autre", "other"),
        _ => throw new UnreachableException($"No rule for {cause}."),
    };

    /// <summary>A stored cause; the stored name itself when this program does not know it.</summary>
    public static LocalizedText Cause(string stored) =>
        Kebab.TryParse<ComplaintCause>(stored, out var cause) ? Cause(cause) : new LocalizedText(stored, stored);

    public static LocalizedText State(Complaint complaint) => complaint.Handling switch
    {
        null => new("nouvelle", "new"),
        { Answer: null } => new("prise en charge", "taken"),
        _ => new("répondue", "answered"),
    };
}
