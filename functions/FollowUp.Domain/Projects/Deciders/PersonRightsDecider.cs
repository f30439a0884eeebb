using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>What a person may ask of the department at any time, on a closed project too: to be left in peace, to be forgotten.</summary>
static class PersonRightsDecider
{
    public static Decision Decide(DecisionBuilder turn, OptOut c) => c.Channel switch
    {
        Channel.Mail => turn.Project.Contact.MayMail
            ? turn.Append(new ChannelClosed(Channel.Mail, ChannelClosedBy.OptOut)).Build()
            : turn.Build(),
        _ => AppendStopCalls(turn).Build(),
    };

    public static Decision Decide(DecisionBuilder turn, ReportMailRefused c) => turn.Project.Contact.MayMail
        ? turn.Append(new ChannelClosed(Channel.Mail, c.Complaint ? ChannelClosedBy.Complaint : ChannelClosedBy.Bounce)).Build()
        : turn.Build();

    /// <summary>"Do not call": mail only from now on; a private person is left in peace for sixty days first (D223-9).</summary>
    public static DecisionBuilder AppendStopCalls(DecisionBuilder turn)
    {
        if (!turn.Project.Contact.MayCall)
        {
            return turn;
        }

        var quiet = turn.Table.QuietDaysAfterDoNotCall;
        return turn.Append(new ChannelClosed(
            Channel.Phone, ChannelClosedBy.DoNotCall, quiet == 0 ? null : turn.Calendar.AddDays(turn.Now, quiet)));
    }

    public static Decision Erase(DecisionBuilder turn)
    {
        if (turn.Project.Erased)
        {
            return turn.Build();
        }

        if (turn.Project.IsOpen)
        {
            turn.Append(new ProjectClosed(Outcome.Dead(DeathReason.Erased), ClosedFor.Client));
        }

        return turn.Append(new PersonErased()).Build();
    }
}
