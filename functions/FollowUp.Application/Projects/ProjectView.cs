using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Projects;

/// <summary>A project with texts in one language, for pages and the API.</summary>
/// <param name="Project">The project, at the version that was asked for.</param>
/// <param name="Dossier">The personal data; null once erased, and in the view of a command's result.</param>
/// <param name="InCharge">The staff member in charge; null when there is none.</param>
/// <param name="Timeline">Timeline entries, oldest first.</param>
/// <param name="TimelineText">Describes events, names and texts of the project.</param>
public sealed record ProjectView(
    Project Project, Dossier? Dossier, Staff? InCharge, ImmutableArray<TimelineLine> Timeline, TimelineText TimelineText);
