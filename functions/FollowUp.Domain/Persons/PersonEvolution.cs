using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>Folds the events of projects into their person. It is pure, and an event that was folded before changes nothing.</summary>
public static partial class PersonEvolution
{
    /// <summary>How far the newest contact of a person may have moved before the record is written again.</summary>
    public static readonly Duration ContactGrain = Duration.FromDays(30);

    /// <summary>The longest period that a cap may have: older calls are dropped.</summary>
    static readonly Duration CallHistory = Duration.FromDays(90);

    /// <summary>The person after the events of one decision.</summary>
    /// <param name="person">The person before; of its facts from this project, those after <paramref name="before"/> are dropped first.</param>
    /// <param name="before">The version of the project that the decision was made on; 0 for a submission.</param>
    /// <param name="after">The project after the events.</param>
    /// <param name="events">The events, oldest first.</param>
    /// <returns>The same instance when the events concern no contact.</returns>
    public static Person Apply(Person person, long before, Project after, ImmutableArray<RecordedEvent> events)
    {
        var folded = WithoutUncommitted(person, after.Id, before);
        foreach (var recorded in events)
        {
            folded = Apply(folded, after, recorded);
        }

        return ReferenceEquals(folded, person) ? person : KeepProject(folded, after);
    }

    /// <summary>The person that the timelines of all their projects give, for stores of versions that had no persons.</summary>
    /// <param name="clientId">The website's id of the client.</param>
    /// <param name="projects">Each project with its whole timeline.</param>
    public static Person Build(string clientId, IEnumerable<(Project Project, ImmutableArray<RecordedEvent> Timeline)> projects)
    {
        var known = projects.OrderBy(p => p.Project.SubmittedAt).ThenBy(p => p.Project.Id, StringComparer.Ordinal).ToList();
        var person = Person.Create(clientId);
        foreach (var (project, recorded) in known.SelectMany(p => p.Timeline.Select(e => (p.Project, Recorded: e))).OrderBy(e => e.Recorded.At))
        {
            person = Apply(person, project, recorded);
        }

        return known.Aggregate(person with { Projects = [] }, (all, p) => KeepProject(all, p.Project));
    }

    /// <summary>The person that two records are of together. It may be repeated.</summary>
    /// <param name="kept">The record that stays.</param>
    /// <param name="joined">The record whose facts it takes over.</param>
    public static Person Join(Person kept, Person joined) => kept with
    {
        Clients = [.. kept.Clients.Union(joined.Clients)],
        Projects = [.. kept.Projects.Concat(joined.Projects).DistinctBy(p => p.Id)],
        Calls = [.. kept.Calls.Union(joined.Calls).OrderBy(c => c.At)],
        Consents = [.. kept.Consents.Union(joined.Consents).OrderBy(c => c.At)],
        Objections = [.. kept.Objections.Union(joined.Objections).OrderBy(o => o.At)],
        UnaskedMail = joined.UnaskedMail is { } other && (kept.UnaskedMail is not { } own || own.Day < other.Day) ? other : kept.UnaskedMail,
        LastContact = joined.LastContact > kept.LastContact || kept.LastContact is null ? joined.LastContact : kept.LastContact,
        ErasedAt = joined.ErasedAt > kept.ErasedAt || kept.ErasedAt is null ? joined.ErasedAt : kept.ErasedAt,
    };

    /// <summary>Marks what the person took from a project as claimed by one attempt of a commit; see <see cref="PersonProject.Claim"/>.</summary>
    public static Person Claim(Person person, string projectId, string claim) => person with
    {
        Projects = [.. person.Projects.Select(p => p.Id == projectId ? p with { Claim = claim } : p)],
    };

    /// <summary>
    /// Drops what a decision claimed that was never committed: the table store writes the person before the project, and a conflict or a crash may
    /// come in between.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="version">The version of the project that is committed.</param>
    public static Person WithoutUncommitted(Person person, string projectId, long version)
    {
        if (!person.Projects.Any(p => p.Id == projectId && p.Seq > version))
        {
            return person;
        }

        return WithoutFacts(person, fact => fact.Project == projectId && fact.Seq > version) with
        {
            Projects = [.. person.Projects.Where(p => p.Id != projectId || version > 0).Select(p => p.Id == projectId ? p with { Seq = version, Claim = null } : p)],
        };
    }

    static Person Apply(Person person, Project project, RecordedEvent recorded)
    {
        var (id, seq) = (project.Id, recorded.Seq);
        return recorded.Event switch
        {
            ProjectSubmitted e => AddSubmission(person, e, seq),
            CallMissed e => AddCall(person, new PersonCall(e.At, id, seq, e.Call)),
            ClientReached { Direction: CallDirection.Inbound } => Touch(person, recorded.At),
            ClientReached e => Touch(AddCall(person, new PersonCall(e.At, id, seq, e.Call)), recorded.At),
            ConsentRecorded e => Touch(AddConsent(person, new PersonConsent(
                e.Scope, e.Given, e.At, e.Given ? AddMonths(e.At, e.Months) : null, e.Months, id, seq, e.Source, e.Version)), recorded.At),
            ChannelClosed { Channel: Channel.Phone } e => AddObjection(person, new Objection(ObjectionKind.Calls, recorded.At, id, seq, e.QuietUntil)),
            ChannelOpened => person with { Objections = person.Objections.RemoveAll(o => o.Kind == ObjectionKind.MailFailed && o.Project == id) },
            ChannelClosed { By: ChannelClosedBy.Bounce } => AddObjection(person, new Objection(ObjectionKind.MailFailed, recorded.At, id, seq)),
            ChannelClosed => AddObjection(person, new Objection(ObjectionKind.Mails, recorded.At, id, seq)),
            // What staff conclude from "leave me alone" about another project is no wish of the person.
            ProjectClosed { Outcome.Reason: DeathReason.RefusedContact, Source: ClosingSource.Staff } when project.Contact.LeftAloneSince is not null =>
                KeepProject(person, project),
            ProjectClosed { Outcome.Reason: DeathReason.RefusedContact } =>
                KeepProject(AddObjection(person, new Objection(ObjectionKind.AllContact, recorded.At, id, seq)), project),
            DecisionUndone => KeepProject(WithRefusal(WithoutUndone(person, project), project), project),
            ClosingUndone or ProjectReopened => KeepProject(
                WithoutFacts(WithoutUndone(person, project), fact => fact is Objection { Kind: ObjectionKind.AllContact } && fact.Project == id), project),
            ProjectClosed => KeepProject(person, project),
            PersonErased => Forget(person, project) with { ErasedAt = recorded.At },
            ClientAnswered or ClientReplied or InformationGiven or NumberCorrected or ClientSignalled => Touch(person, recorded.At),
            _ => person,
        };
    }

    /// <summary>An undone reopening makes the refusal of contact hold again.</summary>
    static Person WithRefusal(Person person, Project project) => project.Closing is { Outcome.Reason: DeathReason.RefusedContact } closing
        ? AddObjection(person, new Objection(ObjectionKind.AllContact, closing.At, project.Id, closing.Version))
        : person;

    /// <summary>Drops what came from decisions that were taken back, so that the plan from before comes back exactly.</summary>
    static Person WithoutUndone(Person person, Project project) =>
        WithoutFacts(person, fact => fact.Project == project.Id && project.Undone.Any(undone => undone.Contains(fact.Seq)));

    static Person WithoutFacts(Person person, Func<IPersonFact, bool> isDropped) => person with
    {
        Calls = person.Calls.RemoveAll(c => isDropped(c)),
        Consents = person.Consents.RemoveAll(c => isDropped(c)),
        Objections = person.Objections.RemoveAll(o => isDropped(o)),
    };

    static Person AddSubmission(Person person, ProjectSubmitted e, long seq)
    {
        var submitted = Touch(person, e.SubmittedAt);
        if (e.ClientType == ClientType.Person && (e.Consent ?? (e.MayCall ? new GivenConsent(ConsentScope.Request, e.SubmittedAt) : null)) is { } consent)
        {
            submitted = AddConsent(submitted, new PersonConsent(
                consent.Scope, Given: true, consent.At, AddMonths(consent.At, consent.Months), consent.Months, e.ProjectId, seq, consent.Source,
                consent.Version));
        }

        return submitted with
        {
            Clients = submitted.Clients.Contains(e.ClientId) ? submitted.Clients : submitted.Clients.Add(e.ClientId),
        };
    }

    static Person AddCall(Person person, PersonCall call)
    {
        // The outcomes of one conversation are kept each, so that it counts until all of them are taken back.
        if (Contains(person.Calls, call))
        {
            return person;
        }

        return person with { Calls = [.. person.Calls.Where(c => c.At >= call.At - CallHistory).Append(call).OrderBy(c => c.At)] };
    }

    static Person AddConsent(Person person, PersonConsent consent) => Contains(person.Consents, consent)
        ? person
        : person with { Consents = [.. person.Consents.Append(consent).OrderBy(c => c.At)] };

    static Person AddObjection(Person person, Objection objection) => Contains(person.Objections, objection)
        ? person
        : person with { Objections = [.. person.Objections.Append(objection).OrderBy(o => o.At)] };

    /// <summary>A contact of the person prolongs the consents that have not ended.</summary>
    static Person Touch(Person person, Instant? at)
    {
        if (at is not { } contact || (person.LastContact is { } last && contact < last + ContactGrain))
        {
            return person;
        }

        return person with
        {
            LastContact = contact,
            Consents = [.. person.Consents.Select(c => c.Ends is { } ends && c.At <= contact && contact < ends ? c with { Ends = AddMonths(contact, c.Months) } : c)],
        };
    }

    /// <summary>The calls, consents and wishes of an erased person go; an erased project no longer counts as one of theirs.</summary>
    static Person Forget(Person person, Project project) => KeepProject(person, project) with
    {
        Calls = person.Calls.RemoveAll(c => c.Project == project.Id),
        Consents = person.Consents.RemoveAll(c => c.Project == project.Id),
    };

    static Person KeepProject(Person person, Project project)
    {
        var entry = new PersonProject(project.Id, project.Generation, project.IsOpen, project.Version) { PostedAt = project.SubmittedAt };
        for (var i = 0; i < person.Projects.Length; i++)
        {
            if (person.Projects[i].Id == project.Id)
            {
                return person.Projects[i] == entry ? person : person with { Projects = person.Projects.SetItem(i, entry) };
            }
        }

        return person with { Projects = person.Projects.Add(entry) };
    }

    static bool Contains<T>(ImmutableArray<T> facts, T fact)
        where T : IPersonFact => facts.Any(f => f.Project == fact.Project && f.Seq == fact.Seq);

    static Instant AddMonths(Instant from, int months) => WorkingCalendar.France.AddMonths(from, months);
}
