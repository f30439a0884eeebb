using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>From a form of the console to its command: one reader a form, found by the form's name.</summary>
static class DeskForms
{
    static readonly Dictionary<string, Func<DeskForm, Command?>> Readers = new(StringComparer.Ordinal)
    {
        ["record-call"] = RecordCallForm.Read,
        ["record-reply"] = ReplyForm.Read,
        ["add-note"] = NoteForm.Read,
        ["snooze"] = SnoozeForm.Read,
        ["send-good-chances"] = f => f.Provider("provider") is { } provider ? new SendGoodChances(provider) : null,
        ["assign"] = AssignForm.Read,
        ["close"] = CloseForm.Read,
        ["reopen"] = f => new Reopen(FreeText.CreateOrNull(f.Fields.Text("reason"))),
        ["undo"] = _ => new Undo(),
        ["approve"] = DecisionForm.CloseForSilence,
        ["good-chances"] = DecisionForm.TellProvider,
        ["take-over"] = DecisionForm.TakeOver,
        ["answer-question"] = AnswerQuestionForm.Read,
        ["share-fact"] = f => f.Fields.Choice<SharedFact>("fact") is { } fact ? new ShareFact(fact, f.Fields.Ticked("published")) : null,
    };

    /// <returns>Null when a field is wrong, which the form's fields then say, or when there is no such form.</returns>
    public static Command? Read(string name, DeskForm form)
    {
        if (!Readers.TryGetValue(name, out var read))
        {
            form.Fields.Wrong("do", Forms.ChooseOne);
            return null;
        }

        var command = read(form);
        return form.Fields.Valid ? command : null;
    }
}
