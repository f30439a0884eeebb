using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Links;

/// <summary>
/// What a decision that closes a project is confirmed by, when it comes by a link: the number shows that whoever holds the link read the mail
/// that it came in.
/// </summary>
static class ProjectNumber
{
    public static readonly LocalizedText Mismatch = new(
        "Ce n’est pas le numéro de ce projet. Il figure au bas de nos mails.",
        "This is not the number of this project. It stands at the end of our mails.");

    public static bool Matches(string? typed, Project project) =>
        typed is not null && string.Equals(string.Concat(typed.Where(c => !char.IsWhiteSpace(c))), project.Id, StringComparison.OrdinalIgnoreCase);
}
