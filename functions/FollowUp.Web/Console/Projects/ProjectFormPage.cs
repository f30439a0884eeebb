using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Projects;

/// <summary>The project's own page.</summary>
sealed class ProjectFormPage : IProjectFormPage
{
    public static readonly ProjectFormPage Instance = new();

    public Task<IResult> Show(ProjectPageViewModel page, int status) =>
        Task.FromResult(PageResult.Create<ProjectPage>(page.Visit.Language, page, status));

    public string GetAddressAfter(string projectId, string form) => $"{ConsoleAddresses.Project(projectId)}?done={Uri.EscapeDataString(form)}";
}
