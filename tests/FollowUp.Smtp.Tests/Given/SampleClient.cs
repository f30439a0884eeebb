using FollowUp.Domain.Text;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>A client with one project.</summary>
/// <param name="Project">The project's id.</param>
/// <param name="Company">Null when the name stands alone.</param>
/// <param name="Title">The project's title.</param>
sealed record SampleClient(string Project, string Mail, string Name = "Jeanne Martin", string? Company = null, string Title = "Refonte du site vitrine")
{
    public Language Language { get; init; } = Language.French;
}
