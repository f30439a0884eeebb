using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Links;

/// <summary>The project number that confirms a closing made through a link. Typing it shows that the mail was read.</summary>
static class ProjectNumber
{
    public static readonly LocalizedText Mismatch = new(
        "Ce n’est pas le numéro de ce projet. Il figure au bas de nos mails.",
        "This is not the number of this project. It stands at the end of our emails.");

    /// <summary>Whether the text is the project's id, in any spelling that <see cref="TextFold"/> folds to the same.</summary>
    public static bool Matches(string? typed, Project project) => TextFold.AreSame(typed, project.Id);
}
