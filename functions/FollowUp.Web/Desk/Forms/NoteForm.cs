using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

static class NoteForm
{
    public static Command Read(DeskForm form) => new AddNote(
        new FreeText(form.Fields.Required("text", new("Écrivez la note.", "Write the note."))),
        form.Fields.Choice<Visibility>("visibility") ?? Visibility.Internal);
}
