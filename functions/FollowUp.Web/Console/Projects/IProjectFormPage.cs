using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Projects;

/// <summary>A page that holds forms of a project.</summary>
interface IProjectFormPage
{
    /// <summary>Shows the page again with a rejected form.</summary>
    Task<IResult> Show(ProjectPageViewModel page, int status);

    /// <summary>The address that opens once a form is recorded.</summary>
    string GetAddressAfter(string projectId, string form);
}
