using FollowUp.Domain.Persons;
using NodaTime;

namespace FollowUp.Web.Api.Persons;

/// <summary>A person over all their projects.</summary>
/// <param name="Id">The identity of the person.</param>
/// <param name="Clients">The website's ids of the client.</param>
/// <param name="Projects">The ids of the projects.</param>
/// <param name="Consents">The history of the consents to be called, oldest first.</param>
/// <param name="Objections">What the person does not want, oldest first.</param>
/// <param name="Calls">The calls of the last ninety days, oldest first.</param>
public sealed record ContactHistoryResponse(
    string Id, IReadOnlyList<string> Clients, IReadOnlyList<string> Projects, IReadOnlyList<PersonConsentResponse> Consents,
    IReadOnlyList<ObjectionResponse> Objections, IReadOnlyList<PersonCallResponse> Calls)
{
    internal static ContactHistoryResponse Of(Person p) => new(
        p.Id,
        p.Clients,
        [.. p.Projects.Select(project => project.Id)],
        [.. p.Consents.Select(c => new PersonConsentResponse(c.Scope, c.Given, c.At, c.Ends, c.Project, c.Source, c.Version))],
        [.. p.Objections.Select(o => new ObjectionResponse(o.Kind, o.At, o.QuietUntil, o.Project))],
        [.. p.Calls.Select(c => new PersonCallResponse(c.At, c.Project) { Call = c.Call })]);
}

/// <param name="Ends">When a consent ends unless a contact of the person prolongs it; null for a withdrawal.</param>
/// <param name="Project">The project whose timeline has it, with the wording.</param>
public sealed record PersonConsentResponse(
    ConsentScope Scope, bool Given, Instant At, Instant? Ends, string Project, string? Source, string? Version);

/// <param name="QuietUntil">For calls: the end of the days without any call.</param>
public sealed record ObjectionResponse(ObjectionKind Kind, Instant At, Instant? QuietUntil, string Project);

public sealed record PersonCallResponse(Instant At, string Project)
{
    /// <summary>The id that the outcomes of one conversation about several projects share: they count as one call.</summary>
    public string? Call { get; init; }
}
