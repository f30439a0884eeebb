using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>
/// How a person may be contacted about one of their projects (Code de la consommation, L223-1 and D223-9; GDPR, articles 7 and 21). The sources of
/// each rule are in <c>docs/law.md</c>.
/// </summary>
public static class PersonRules
{
    /// <summary>How long a consent is valid without a contact of the person, unless the cadence says otherwise.</summary>
    public const int DefaultConsentMonths = 24;

    /// <summary>The contact rights of a project as all projects of its person make them.</summary>
    /// <param name="person">The person.</param>
    /// <param name="project">One of the person's projects.</param>
    /// <param name="now">A consent that has ended by now does not count.</param>
    public static ContactRights GetContact(Person person, Project project, Instant now)
    {
        if (project.Erased)
        {
            return project.Contact;
        }

        var isPerson = project.ClientType == ClientType.Person;
        var later = isPerson && HasConsent(person, ConsentScope.Later, project, now);
        var noMails = IsObjected(person, ObjectionKind.Mails, project);
        var failed = person.Objections.Any(o => o.Kind == ObjectionKind.MailFailed && o.Project == project.Id);
        return new ContactRights(
            MayCall: isPerson ? later || HasConsent(person, ConsentScope.Request, project, now) : !IsObjected(person, ObjectionKind.Calls, project),
            MayMail: !noMails && !failed,
            QuietUntil: GetQuietUntil(person),
            RecentCalls: GetCalls(person))
        {
            MailFailed = failed && !noMails,
            MayRelaunchByPhone = later,
            LeftAloneSince = GetLeftAloneSince(person, project),
        };
    }

    /// <summary>
    /// Whether a consent covers a project. The newest entry of the scope decides; an objection to calls withdraws what was given before it. A consent
    /// for the request covers the project that it came with.
    /// </summary>
    public static bool HasConsent(Person person, ConsentScope scope, Project project, Instant now)
    {
        var objected = person.Objections.LastOrDefault(o => o.Kind == ObjectionKind.Calls)?.At;
        var newest = person.Consents.LastOrDefault(c => c.Scope == scope && (scope == ConsentScope.Later || Covers(c, project)));
        return newest is { Given: true, Ends: { } ends } && now < ends && !(newest.At <= objected);
    }

    /// <summary>
    /// Whether the record allows a call about another project: for a private person a consent that holds, whichever project it covers; for a company
    /// another open project.
    /// </summary>
    public static bool MayCallElsewhere(Person person, Project project, Instant now)
    {
        if (project.ClientType == ClientType.Company)
        {
            return person.OpenProjectsExcept(project.Id).Any();
        }

        var objected = person.Objections.LastOrDefault(o => o.Kind == ObjectionKind.Calls)?.At;
        return person.Consents.Any(c => c is { Given: true, Ends: { } ends } && now < ends && !(c.At <= objected));
    }

    /// <summary>Whether another open project was posted after the newest objection to mails, so that the objection does not concern it.</summary>
    public static bool MayMailElsewhere(Person person, Project project) =>
        person.Objections.LastOrDefault(o => o.Kind == ObjectionKind.Mails) is { } objected
        && person.OpenProjectsExcept(project.Id).Any(p => p.PostedAt > objected.At);

    /// <summary>
    /// When the calls that are on record took place, oldest first. The outcomes of one conversation about several projects are one call.
    /// </summary>
    public static ImmutableArray<Instant> GetCalls(Person person)
    {
        var calls = ImmutableArray.CreateBuilder<Instant>(person.Calls.Length);
        var conversations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in person.Calls)
        {
            if (call.Call is null || conversations.Add(call.Call))
            {
                calls.Add(call.At);
            }
        }

        return calls.ToImmutable();
    }

    /// <summary>The end of the days without any call after an objection to calls; null when there are none.</summary>
    public static Instant? GetQuietUntil(Person person) =>
        person.Objections.Where(o => o.Kind == ObjectionKind.Calls).Select(o => o.QuietUntil).DefaultIfEmpty(null).Max();

    /// <summary>Whether the day of an unasked mail is free, or is this message's own.</summary>
    /// <param name="person">The person.</param>
    /// <param name="day">The day on the clock in Paris.</param>
    /// <param name="messageId">The id of the message.</param>
    public static bool MayMailUnasked(Person person, LocalDate day, string messageId) =>
        person.UnaskedMail is not { } taken || taken.Day < day || taken.Message == messageId;

    /// <summary>The contact rights of a project at the moment of sending: what another project changed a moment ago counts too.</summary>
    public static Project WithCurrentContact(Person person, Project project, Instant now) => project with { Contact = GetContact(person, project, now) };

    /// <summary>A consent given with one project covers that project; one given by itself covers those that were posted by then.</summary>
    static bool Covers(PersonConsent consent, Project project) =>
        consent.Project == project.Id || !consent.Given || (consent.Seq > 1 && project.SubmittedAt <= consent.At);

    /// <summary>An objection concerns what was posted before it: who posts again asks to be contacted about that.</summary>
    static bool IsObjected(Person person, ObjectionKind kind, Project project) =>
        person.Objections.Any(o => o.Kind == kind && project.SubmittedAt <= o.At);

    /// <summary>When "leave me alone" was said on another project that was posted before; null when it was not, when the person was heard of
    /// since, or when staff confirmed since that this project goes on.</summary>
    static Instant? GetLeftAloneSince(Person person, Project project) => person.Objections
        .Where(o => o.Kind == ObjectionKind.AllContact && o.Project != project.Id && project.SubmittedAt <= o.At && o.At > project.LastSignOfLife
            && !(o.At <= project.ContinuationConfirmedAt))
        .Select(o => (Instant?)o.At).LastOrDefault();
}
