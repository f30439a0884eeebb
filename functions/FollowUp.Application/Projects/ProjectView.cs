using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>A project as people and the website read it, in one language.</summary>
/// <param name="Project">The state, as of the version asked for.</param>
/// <param name="Dossier">The personal data; null once erased.</param>
/// <param name="InCharge">Who acts for the department; null while nobody does.</param>
/// <param name="Timeline">Oldest first.</param>
public sealed record ProjectView(
    Project Project, Dossier? Dossier, Staff? InCharge, ImmutableArray<TimelineLine> Timeline, TimelineText TimelineText);

/// <summary>One event of the timeline, in words.</summary>
/// <param name="Kind">The event's name in kebab-case.</param>
/// <param name="By">Who: a name where there is one, else the role.</param>
/// <param name="Next">What was planned from here on, in words; null when the plan did not change.</param>
public sealed record TimelineLine(long Seq, Instant At, string Kind, string By, string Text, string Hash, string? Next, Event Event)
{
    /// <summary>In which role.</summary>
    public required Role Role { get; init; }
}
