using System.Collections.Immutable;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Clients;

namespace FollowUp.Web.Console.Persons;

/// <summary>
/// The register of what is held on a person (GDPR, articles 15 and 30): why, on what legal basis, for how long. The terms are those of
/// <see cref="RetentionJob"/> and <see cref="RetentionPeriods"/>.
/// </summary>
static class PersonRegister
{
    static readonly LocalizedText Contract = new(
        "mesures demandées avant un contrat, et intérêt légitime (RGPD, art. 6, 1, b et f)", "steps asked for before a contract, and legitimate interest (GDPR, art. 6(1)(b), (f))");

    static readonly LocalizedText Interest = new("intérêt légitime (RGPD, art. 6, 1, f)", "legitimate interest (GDPR, art. 6(1)(f))");

    static readonly LocalizedText Obligation = new("obligation légale (RGPD, art. 6, 1, c)", "legal obligation (GDPR, art. 6(1)(c))");

    static readonly LocalizedText Consent = new(
        "consentement, et obligation d’en garder la preuve (RGPD, art. 6, 1, a et art. 7, 1 ; code de la consommation, art. L223-1)",
        "consent, and the duty to prove it (GDPR, art. 6(1)(a) and 7(1); French Consumer Code, art. L223-1)");

    static readonly LocalizedText Contact = new(
        $"{RetentionTerm.Years} ans après le dernier contact venu de la personne", $"{RetentionTerm.Years} years after the last contact that came from the person");

    static readonly LocalizedText Audit = new(
        $"{RetentionPeriods.AuditLog.Days / 365} ans après l’inscription", $"{RetentionPeriods.AuditLog.Days / 365} years after the entry");

    static readonly LocalizedText Figures = new("les chiffres du service, sans nom ni texte", "the figures of the department, without name or text");

    static readonly LocalizedText NoTerm = new("sans terme : ne désigne plus la personne", "without a term: it no longer identifies the person");

    /// <summary>What is held, in the order of the page; kinds of which nothing is held are left out.</summary>
    public static ImmutableArray<PersonRegisterRow> Of(ClientExport e)
    {
        var isErased = e.Projects.Count > 0 && e.Projects.All(project => project.Personal is null);
        return [.. Of(e, isErased).Where(row => row.Count > 0)];
    }

    static PersonRegisterRow[] Of(ClientExport e, bool isErased) =>
    [
        new(new("Coordonnées, projet et budget", "Contact details, project and budget"), e.Projects.Count(p => p.Personal is not null),
            new("aider la personne à mener son projet", "to help the person with their project"), Contract, Contact),
        new(new("Fil du projet : appels, mails, réponses, notes", "Timeline: calls, emails, answers, notes"), e.Projects.Sum(p => p.Project.Timeline.Count),
            isErased ? Figures : new("savoir ce que devient le projet, et le prouver", "to know what becomes of the project, and to prove it"), Contract, isErased ? NoTerm : Contact),
        new(new("Mails envoyés", "Emails sent"), e.Projects.Sum(p => p.Messages.Count),
            isErased ? Figures : new("prouver ce qui a été écrit", "to prove what was written"), Interest, isErased ? NoTerm : Contact),
        new(new("Consentements à être appelé, donnés et retirés", "Consents to be called, given and withdrawn"), e.Person?.Consents.Count ?? 0,
            new("n’appeler qu’avec un accord", "to call only with consent"), Consent, Contact),
        new(new("Oppositions", "Objections"), e.Person?.Objections.Count ?? 0,
            new("ne plus contacter la personne ; restent après l’effacement, sans nom", "to contact the person no more; they stay after an erasure, without a name"), Obligation,
            new("tant que le site connaît le numéro de client", "as long as the website knows the client’s id")),
        new(new("Appels comptés dans les plafonds", "Calls counted in the caps"), e.Person?.Calls.Count ?? 0,
            new("respecter le plafond légal", "to keep the legal cap"), Obligation, new("90 jours", "90 days")),
        new(new("Réclamations de la personne", "Complaints of the person"), e.Complaints.Count,
            new("répondre, et se défendre", "to answer, and to defend ourselves"), Interest, Contact),
        new(new("Réclamations d’autres qui la nomment", "Complaints of others that name them"), e.NamedIn.Count,
            new("répondre à leur auteur ; le nom y est masqué à l’effacement", "to answer their author; the name is masked at an erasure"), Interest, Contact),
        new(new("Lectures du fil par des prestataires", "Readings of the feed by providers"), e.Projects.Sum(p => p.Readings.Count),
            new("savoir qui a lu quoi", "to know who read what"), Interest, Audit),
        new(new("Liens ouverts dans les mails", "Links opened in emails"), e.Projects.Sum(p => p.LinkFetches.Count),
            new("la sécurité des liens ; sans adresse ni nom", "the security of links; without address or name"), Interest, Audit),
    ];
}
