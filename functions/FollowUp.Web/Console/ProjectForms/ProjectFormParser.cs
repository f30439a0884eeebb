using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>Parses the forms of a project's page into commands: one parser per form, found by the form's name.</summary>
static class ProjectFormParser
{
    static readonly Dictionary<string, Func<ProjectFormContext, Command?>> Parsers = new(StringComparer.Ordinal)
    {
        ["record-call"] = RecordCallFormParser.Parse,
        ["record-reply"] = ReplyFormParser.Parse,
        ["add-note"] = NoteFormParser.Parse,
        ["snooze"] = SnoozeFormParser.Parse,
        ["send-good-chances"] = f => f.FindProvider("provider") is { } provider ? new SendGoodChances(provider) : null,
        ["assign"] = AssignFormParser.Parse,
        ["close"] = CloseFormParser.Parse,
        ["reopen"] = f => new Reopen(FreeText.CreateOrNull(f.Fields.GetText("reason"))),
        ["undo"] = _ => new Undo(),
        ["approve"] = DecisionFormParser.ParseCloseForSilence,
        ["good-chances"] = DecisionFormParser.ParseTellProvider,
        ["take-over"] = DecisionFormParser.ParseTakeOver,
        ["answer-question"] = AnswerQuestionFormParser.Parse,
        ["share-fact"] = f => f.Fields.GetChoice<SharedFact>("fact") is { } fact ? new ShareFact(fact, f.Fields.IsChecked("published")) : null,
    };

    /// <returns>Null when a field is wrong or the form is unknown; the errors are in the fields.</returns>
    public static Command? Parse(string name, ProjectFormContext form)
    {
        if (!Parsers.TryGetValue(name, out var parse))
        {
            form.Fields.AddError("do", FormMessages.ChooseOne);
            return null;
        }

        var command = parse(form);
        return form.Fields.IsValid ? command : null;
    }
}
