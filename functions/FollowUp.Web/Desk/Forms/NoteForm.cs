using FollowUp.Domain;

namespace FollowUp.Web;

static class NoteForm
{
    public static Command Read(DeskForm form) => new AddNote(
        new Words(form.Fields.Required("text", new("Écrivez la note.", "Write the note."))),
        form.Fields.Choice<Visibility>("visibility") ?? Visibility.Internal);
}
