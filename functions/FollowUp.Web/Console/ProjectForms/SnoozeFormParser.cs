using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.ProjectForms;

static class SnoozeFormParser
{
    public static Command? Parse(ProjectFormContext form)
    {
        if (form.Fields.GetDate("until") is { } until)
        {
            return new Snooze(until, FreeText.CreateOrNull(form.Fields.GetText("reason")), form.Fields.IsChecked("endsOnAnswer"));
        }

        form.Fields.AddError("until", FormMessages.DateExpected);
        return null;
    }
}
