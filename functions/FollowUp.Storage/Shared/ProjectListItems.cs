using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Shared;

/// <summary>Builds rows of project lists.</summary>
static class ProjectListItems
{
    /// <param name="dossier">Null when the person was erased or never known.</param>
    public static ProjectListItem Build(Project project, Dossier? dossier) =>
        new(project, dossier?.Title, dossier?.Name, dossier?.Company, dossier?.Phone);
}
