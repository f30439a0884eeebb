using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A note, internal unless it is shared.</summary>
static class NoteFormParser
{
    public static Command Parse(ProjectFormContext form) => new AddNote(
        new FreeText(form.Fields.GetRequiredText("text", new("Écrivez la note.", "Write the note."))),
        form.Fields.GetChoice<Visibility>("visibility") ?? Visibility.Internal);
}
