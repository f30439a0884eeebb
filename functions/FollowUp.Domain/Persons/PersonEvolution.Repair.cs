using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>Repairs a record that was written for a commit that was lost: only where person and project are not written together.</summary>
public static partial class PersonEvolution
{
    /// <summary>
    /// Takes back what a lost commit claimed, and puts in its place what is committed: the claims of concurrent commits of one project overwrite each
    /// other, whichever of them is committed.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="claim">The id of the lost attempt.</param>
    /// <param name="timeline">The committed timeline of the project, oldest first; empty when there is none.</param>
    public static Person Withdraw(Person person, string projectId, string claim, ImmutableArray<RecordedEvent> timeline)
    {
        if (person.Projects.FirstOrDefault(p => p.Id == projectId) is not { } entry)
        {
            return Refold(person, projectId, timeline);
        }

        // A newer attempt keeps its claim and what it took.
        if (entry.Claim != claim)
        {
            return Refold(person, projectId, timeline, keepsNewer: true);
        }

        var newest = timeline.IsEmpty ? 0 : timeline[^1].Seq;
        return Refold(person, projectId, timeline) with
        {
            Projects = newest == 0
                ? person.Projects.Remove(entry)
                : person.Projects.Replace(entry, entry with { Seq = newest, Claim = null }),
        };
    }

    /// <summary>
    /// Replaces what the record took from a project by what the committed timeline of the project gives. An undo or a reopening drops facts, so the
    /// entries of the lost commit alone do not tell what to put back.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="timeline">The committed timeline of the project, oldest first; empty when there is none.</param>
    /// <param name="keepsNewer">Whether what comes from later entries than the timeline has stays.</param>
    /// <returns>The same instance when nothing differs.</returns>
    public static Person Refold(Person person, string projectId, ImmutableArray<RecordedEvent> timeline, bool keepsNewer = false)
    {
        var own = new Person { Id = person.Id };
        Project? project = null;
        foreach (var recorded in timeline)
        {
            project = Evolution.Apply(project, recorded);
            own = Apply(own, project, recorded);
        }

        var newest = project?.Version ?? 0;
        bool IsKept(IPersonFact fact) => fact.Project != projectId || (keepsNewer && fact.Seq > newest);
        var refolded = person with
        {
            Calls = Merge(person.Calls, own.Calls, IsKept, c => c.At, (known, committed) => known == committed),
            Consents = Merge(person.Consents, own.Consents, IsKept, c => c.At, (known, committed) => known with { Ends = committed.Ends } == committed),
            Objections = Merge(person.Objections, own.Objections, IsKept, o => o.At, (known, committed) => known == committed),
        };
        return HasSameFacts(person, refolded) ? person : refolded;
    }

    /// <summary>
    /// A fact that is known stays as it is: a contact about another project may have prolonged a consent. One of a lost commit has the sequence number of
    /// the committed one, so the facts themselves are compared.
    /// </summary>
    static ImmutableArray<T> Merge<T>(
        ImmutableArray<T> known, ImmutableArray<T> own, Func<IPersonFact, bool> isKept, Func<T, Instant> at, Func<T, T, bool> isSame)
        where T : IPersonFact =>
    [
        .. known.Where(f => isKept(f) || own.Any(o => isSame(f, o))).Concat(own.Where(o => !known.Any(f => isSame(f, o)))).OrderBy(at),
    ];

    static bool HasSameFacts(Person one, Person other) =>
        one.Calls.SequenceEqual(other.Calls) && one.Consents.SequenceEqual(other.Consents) && one.Objections.SequenceEqual(other.Objections);
}
