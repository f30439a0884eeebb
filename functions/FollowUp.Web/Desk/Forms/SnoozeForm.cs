using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

static class SnoozeForm
{
    public static Command? Read(DeskForm form)
    {
        if (form.Fields.Date("until") is { } until)
        {
            return new Snooze(until, FreeText.CreateOrNull(form.Fields.Text("reason")), form.Fields.Ticked("endsOnAnswer"));
        }

        form.Fields.Wrong("until", Forms.DateWanted);
        return null;
    }
}
