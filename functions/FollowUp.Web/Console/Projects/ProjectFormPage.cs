using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Projects;

/// <summary>The project's own page.</summary>
sealed class ProjectFormPage(ProjectPageQuery pages, CancellationToken cancellation) : IProjectFormPage
{
    public async Task<IResult> Show(ProjectPageViewModel page, int status) =>
        PageResult.Create<ProjectPage>(page.Visit.Language, await pages.AddDuplicates(page, searchTime: null, cancellation), status);

    public string GetAddressAfter(string projectId, string form) => $"{ConsoleAddresses.Project(projectId)}?done={Uri.EscapeDataString(form)}";
}
