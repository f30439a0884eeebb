using FollowUp.Domain;

namespace FollowUp.Web;

static class SnoozeForm
{
    public static Command? Read(DeskForm form)
    {
        if (form.Fields.Date("until") is { } until)
        {
            return new Snooze(until, Words.Maybe(form.Fields.Text("reason")), form.Fields.Ticked("endsOnAnswer"));
        }

        form.Fields.Wrong("until", Forms.DateWanted);
        return null;
    }
}
