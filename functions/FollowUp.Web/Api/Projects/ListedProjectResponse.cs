using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A project in the list of those that changed.</summary>
/// <param name="ChangedAt">When its newest timeline entry happened.</param>
public sealed record ListedProjectResponse(string Id, int Generation, long Version, Phase Phase, Instant ChangedAt)
{
    internal static ListedProjectResponse Of(ChangedProject changed) =>
        new(changed.Project.Id, changed.Project.Generation, changed.Project.Version, changed.Project.Phase, changed.At);
}
