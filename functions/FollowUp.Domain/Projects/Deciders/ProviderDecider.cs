using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>What providers do on a project, and what they are told.</summary>
static class ProviderDecider
{
    const int AnswerWithinWorkingDays = 2;

    public static Decision Decide(DecisionBuilder turn, ReportProviderAction c)
    {
        var standing = turn.Project.GetProviderState(c.Provider);
        return standing.LastAction == c.Kind && standing.LastActedAt == c.At
            ? turn.Build()
            : turn.Append(new ProviderActed(c.Provider, c.Kind, c.At)).Build();
    }

    /// <summary>Charter: inactive providers are never pushed, and only interest that the client showed is passed on, once.</summary>
    public static Decision Decide(DecisionBuilder turn, SendGoodChances c) => turn.Project.GetProviderState(c.Provider) switch
    {
        { Acted: false } => Decision.Refuse(Refusals.ProviderInactive),
        { ClientInterested: false } => Decision.Refuse(Refusals.NoInterestShown),
        { Notified: true } => Decision.Refuse(Refusals.AlreadyTold),
        _ => turn.Append(new GoodChancesSent(c.Provider)).Build(),
    };

    public static Decision Decide(DecisionBuilder turn, DeclineGoodChances c) => turn.Project.GetProviderState(c.Provider) switch
    {
        { Notified: true } => Decision.Refuse(Refusals.AlreadyTold),
        { NoticeApproval: NoticeApproval.Waiting } => turn.Append(new GoodChancesDeclined(c.Provider)).Build(),
        { NoticeApproval: NoticeApproval.Declined } => turn.Build(),
        _ => Decision.Refuse(Refusals.NothingToApprove),
    };

    /// <summary>
    /// The client and a provider found each other without staff: a member of staff is asked, once, whether the provider may know. Staff who
    /// were there themselves have the choice before them.
    /// </summary>
    public static void AppendNoticeRequests(DecisionBuilder turn, Project before)
    {
        if (turn.Actor.IsStaff || turn.Project is not { IsOpen: true, Validated: true })
        {
            return;
        }

        foreach (var standing in turn.Project.Providers)
        {
            if (standing is { Acted: true, ClientInterested: true, Notified: false, NoticeApproval: NoticeApproval.None } && before.GetProviderState(standing.Provider) != standing)
            {
                turn.Append(new GoodChancesAsked(standing.Provider));
            }
        }
    }

    public static Decision Decide(DecisionBuilder turn, AskQuestion c)
    {
        if (turn.Project.OpenQuestions.Any(q => q.Id == c.Question) || turn.Project.AnsweredQuestions.Contains(c.Question))
        {
            return turn.Build();
        }

        var due = turn.Calendar.AddWorkingDays(turn.Now, AnswerWithinWorkingDays);
        return turn.Append(new QuestionAsked(c.Question, c.Provider, c.Text, due)).Build();
    }

    public static Decision Decide(DecisionBuilder turn, AnswerQuestion c) =>
        turn.Project.OpenQuestions.FirstOrDefault(q => q.Id == c.Question) is { } open
            ? turn.Append(new QuestionAnswered(open.Id, open.Provider, c.Text)).Build()
            : Decision.Refuse(Refusals.NoSuchQuestion);
}
