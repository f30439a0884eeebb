using NodaTime;

namespace FollowUp.Domain;

/// <summary>What a person may ask of the department at any time, on a closed project too: to be left in peace, to be forgotten.</summary>
static class Rights
{
    public static Decision Decide(Turn turn, OptOut c) => c.Channel switch
    {
        Channel.Mail => turn.Project.Contact.Mails
            ? turn.Happens(new ChannelClosed(Channel.Mail, ChannelClosedBy.OptOut)).Done()
            : turn.Done(),
        _ => StopCalls(turn).Done(),
    };

    public static Decision Decide(Turn turn, ReportMailRefused c) => turn.Project.Contact.Mails
        ? turn.Happens(new ChannelClosed(Channel.Mail, c.Complaint ? ChannelClosedBy.Complaint : ChannelClosedBy.Bounce)).Done()
        : turn.Done();

    /// <summary>"Do not call": mail only from now on; a private person is left in peace for sixty days first (D223-9).</summary>
    public static Turn StopCalls(Turn turn)
    {
        if (!turn.Project.Contact.Calls)
        {
            return turn;
        }

        var quiet = turn.Table.QuietDaysAfterDoNotCall;
        return turn.Happens(new ChannelClosed(
            Channel.Phone, ChannelClosedBy.DoNotCall, quiet == 0 ? null : turn.Calendar.AddDays(turn.Now, quiet)));
    }

    public static Decision Erase(Turn turn)
    {
        if (turn.Project.Erased)
        {
            return turn.Done();
        }

        if (turn.Project.IsOpen)
        {
            turn.Happens(new ProjectClosed(Outcome.Dead(DeathReason.Erased), ClosedFor.Client));
        }

        return turn.Happens(new PersonErased()).Done();
    }
}
