using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>A deliberate break of a rule that belongs to the person.</summary>
/// <param name="Invariant">What must catch it.</param>
/// <param name="Begin">The state from which it is caught within few commands.</param>
sealed record TwoProjectMutant(string Name, string Invariant, PersonRulesUnderTest Rules, string Begin = TwoProjectBeginnings.InFollowUp);

/// <summary>The mutants that the check of two projects must catch, one at least for each rule.</summary>
static class TwoProjectMutants
{
    static readonly PersonRulesUnderTest Real = PersonRulesUnderTest.Production;

    public static readonly TwoProjectMutant[] All =
    [
        new("a cap for each project", "a fifth call planned in thirty days", WithPerson((person, id) => person with { Calls = person.Calls.RemoveAll(c => c.Project != id) })),
        new("a call over the cap not flagged", "a call against the rules that is not flagged", Real with { Decide = DecideWithoutFlag }),
        new("a conversation about two projects counted twice", "a lawful call flagged",
            WithPerson((person, _) => person with { Calls = [.. person.Calls.Select(c => c with { Call = null })] })),
        new("quiet days forgotten", "a call planned within sixty days of a refusal",
            WithPerson((person, _) => person with { Objections = [.. person.Objections.Select(o => o with { QuietUntil = null })] })),
        new("a refusal of calls for each project", "a call after a refusal without a newer consent", WithoutOthers(ObjectionKind.Calls)),
        new("a consent older than the refusal that wins", "a call after a refusal without a newer consent",
            WithConsents((consent, _) => consent.Given ? consent with { At = Instant.MaxValue } : consent)),
        new("a withdrawal overlooked", "a call after a withdrawal", WithPerson((person, _) => person with { Consents = person.Consents.RemoveAll(c => !c.Given) })),
        new("a consent without an end", "a call on a consent that has ended", WithConsents((consent, _) => consent.Given ? consent with { Ends = Instant.MaxValue } : consent)),
        new("a consent for one request that covers another", "a call about a request without a consent", WithConsents((consent, id) => consent with { Project = id }), TwoProjectBeginnings.One),
        new("a relaunch by phone on the consent for the request", "a relaunch by phone without a consent for later",
            WithPerson((person, _) => person with { Consents = [.. person.Consents, .. person.Consents.Select(c => c with { Scope = ConsentScope.Later })] })),
        new("no more mails for each project", "a mail to a person who wants none", WithoutOthers(ObjectionKind.Mails)),
        new("a mail on its way after no more mails on another project", "a queued mail to a person who wants none",
            Real with { GetObsoleteReason = (p, m) => Real.GetObsoleteReason(p with { Contact = p.Contact with { MayMail = true } }, m) }),
        new("leave me alone not heard by the other project", "contact with a person who wants to be left alone", WithoutOthers(ObjectionKind.AllContact)),
        new("a mail on its way after leave me alone", "a queued mail to a person who wants to be left alone",
            Real with { GetObsoleteReason = (p, m) => Real.GetObsoleteReason(p with { Contact = p.Contact with { LeftAloneSince = null } }, m) }),
    ];

    static PersonRulesUnderTest WithPerson(Func<Person, string, Person> change) => Real with
    {
        Decide = (project, command, actor, now, person) => Real.Decide(project, command, actor, now, change(person, project?.Id ?? ((Submit)command).ProjectId)),
    };

    static PersonRulesUnderTest WithConsents(Func<PersonConsent, string, PersonConsent> change) =>
        WithPerson((person, id) => person with { Consents = [.. person.Consents.Select(c => change(c, id))] });

    static PersonRulesUnderTest WithoutOthers(ObjectionKind kind) =>
        WithPerson((person, id) => person with { Objections = person.Objections.RemoveAll(o => o.Kind == kind && o.Project != id) });

    static Decision DecideWithoutFlag(Project? project, Command command, Actor actor, Instant now, Person person)
    {
        var decision = Real.Decide(project, command, actor, now, person);
        return command is RecordCall && decision.Refusal is null
            ? Decision.Accept(decision.After!, [.. decision.Events.Select(e => e with { Event = WithoutFlag(e.Event) })])
            : decision;
    }

    static Event WithoutFlag(Event e) => e switch
    {
        CallMissed missed => missed with { OutsideRules = false },
        ClientReached reached => reached with { OutsideRules = false },
        _ => e,
    };
}
