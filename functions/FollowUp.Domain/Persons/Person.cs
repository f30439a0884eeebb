using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>
/// What the law of contact needs to know of a person over all their projects: consents, objections, calls and unasked mails. Immutable, without
/// name, number or address. <see cref="PersonEvolution"/> folds the timelines of the projects into it, <see cref="PersonRules"/> answers from it.
/// It is stored: a property keeps its stored name, and an absent one reads as its default.
/// </summary>
public sealed record Person
{
    /// <summary>See <see cref="PersonId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>One more with each change that is stored; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>The person that staff joined this one to; null for a person of their own. A joined record holds nothing else that counts.</summary>
    public string? JoinedTo { get; init; }

    /// <summary>The website's ids of the client: more than one after a join.</summary>
    public ImmutableArray<string> Clients { get; init; } = [];

    /// <summary>The projects, in the order in which they were posted.</summary>
    public ImmutableArray<PersonProject> Projects { get; init; } = [];

    /// <summary>The calls that may still count towards a cap, oldest first.</summary>
    public ImmutableArray<PersonCall> Calls { get; init; } = [];

    /// <summary>The history of the consents to be called, oldest first.</summary>
    public ImmutableArray<PersonConsent> Consents { get; init; } = [];

    /// <summary>The objections, oldest first.</summary>
    public ImmutableArray<Objection> Objections { get; init; } = [];

    /// <summary>The day of the newest unasked mail; null when there was none.</summary>
    public MailDay? UnaskedMail { get; init; }

    /// <summary>
    /// The newest contact that came from the person, at most <see cref="PersonEvolution.ContactGrain"/> earlier than it was; null when there was none.
    /// </summary>
    public Instant? LastContact { get; init; }

    /// <summary>When the data of the person were erased last; null when they never were. An earlier submission is not taken any more.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>The person of a client who has no record yet.</summary>
    public static Person Create(string clientId) => new() { Id = PersonId.Of(clientId), Clients = [clientId] };

    /// <summary>The open projects other than one, in the order in which they were posted.</summary>
    public IEnumerable<PersonProject> OpenProjectsExcept(string projectId) => Projects.Where(p => p.IsOpen && p.Id != projectId);

    /// <summary>Whether a conversation with this id is among the calls.</summary>
    public bool HasCall(string call) => Calls.Any(c => c.Call == call);
}
