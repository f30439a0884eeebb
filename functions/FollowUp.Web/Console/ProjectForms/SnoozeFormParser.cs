using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A pause until a day.</summary>
static class SnoozeFormParser
{
    public static Command? Parse(ProjectFormContext form) => form.Fields.GetRequiredDate("until") is { } until
        ? new Snooze(until, FreeText.CreateOrNull(form.Fields.GetText("reason")), form.Fields.IsChecked("endsOnAnswer"))
        : null;
}
