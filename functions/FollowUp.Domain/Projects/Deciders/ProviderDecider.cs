using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides what providers do on a project and what they are told.</summary>
static class ProviderDecider
{
    const int AnswerWithinWorkingDays = 2;
    const int MaxQuestionsADay = 3;

    public static Decision Decide(DecisionBuilder decision, ReportProviderAction c)
    {
        var state = decision.Project.GetProviderState(c.Provider);
        return state.LastAction == c.Kind && state.LastActedAt == c.At
            ? decision.Build()
            : decision.Append(new ProviderActed(c.Provider, c.Kind, c.At)).Build();
    }

    /// <summary>The charter allows a notice once, to a provider that acted and in which the client showed interest.</summary>
    public static Decision Decide(DecisionBuilder decision, SendGoodChances c) => decision.Project.GetProviderState(c.Provider) switch
    {
        { Acted: false } => Decision.Refuse(Refusals.ProviderInactive),
        { ClientInterested: false } => Decision.Refuse(Refusals.NoInterestShown),
        { Notified: true } => Decision.Refuse(Refusals.AlreadyTold),
        _ => decision.Append(new GoodChancesSent(c.Provider)).Build(),
    };

    public static Decision Decide(DecisionBuilder decision, DeclineGoodChances c) => decision.Project.GetProviderState(c.Provider) switch
    {
        { Notified: true } => Decision.Refuse(Refusals.AlreadyTold),
        { NoticeApproval: NoticeApproval.Waiting } => decision.Append(new GoodChancesDeclined(c.Provider)).Build(),
        { NoticeApproval: NoticeApproval.Declined } => decision.Build(),
        _ => Decision.Refuse(Refusals.NothingToApprove),
    };

    /// <summary>
    /// Asks staff, once for each provider, whether a provider may have its notice: when the provider acted and the client showed interest.
    /// Staff who record this themselves are not asked, since they can send the notice at once.
    /// </summary>
    public static void AppendNoticeRequests(DecisionBuilder decision, Project before)
    {
        // Where no provider changed, none is asked about: most decisions end here.
        if (decision.Project.Providers == before.Providers || decision.Actor.IsStaff || decision.Project is not { IsOpen: true, Validated: true })
        {
            return;
        }

        foreach (var state in decision.Project.Providers)
        {
            if (state is { Acted: true, ClientInterested: true, Notified: false, NoticeApproval: NoticeApproval.None } && before.GetProviderState(state.Provider) != state)
            {
                decision.Append(new GoodChancesAsked(state.Provider));
            }
        }
    }

    /// <summary>A provider asks about a closed project too. It asks three times a day at most; the same question again is a repeat.</summary>
    public static Decision Decide(DecisionBuilder decision, AskQuestion c)
    {
        if (decision.Project.OpenQuestions.Any(q => q.Id == c.Question) || decision.Project.AnsweredQuestions.Contains(c.Question))
        {
            return decision.Build();
        }

        var today = decision.Calendar.DateOf(decision.Now);
        if (decision.Project.RecentQuestions.Count(q => q.Provider == c.Provider && decision.Calendar.DateOf(q.At) == today) >= MaxQuestionsADay)
        {
            return Decision.Refuse(Refusals.TooManyQuestions);
        }

        var due = decision.Calendar.AddWorkingDays(decision.Now, AnswerWithinWorkingDays);
        return decision.Append(new QuestionAsked(c.Question, c.Provider, c.Text, due)).Build();
    }

    /// <summary>The coordinator answers a hand-over as a question, in the same time. A provider that was handed over within a day waits for that answer first.</summary>
    public static Decision Decide(DecisionBuilder decision, HandOverProvider c) =>
        decision.Project.OpenQuestions.Any(q => q.Id == c.Question) || decision.Project.AnsweredQuestions.Contains(c.Question) ? decision.Build()
            : decision.Project.OpenQuestions.Any(q => q.IsHandOver && q.Provider == c.Provider && q.AskedAt > decision.Now - Duration.FromDays(1))
                ? Decision.Refuse(Refusals.AlreadyHandedOver)
            : decision.Append(new ProviderHandedOver(
                c.Question, c.Provider, c.Text, decision.Calendar.AddWorkingDays(decision.Now, AnswerWithinWorkingDays))).Build();

    public static Decision Decide(DecisionBuilder decision, AnswerQuestion c) =>
        decision.Project.OpenQuestions.FirstOrDefault(q => q.Id == c.Question) is { } open
            ? decision.Append(new QuestionAnswered(open.Id, open.Provider, c.Text) { AsWritten = c.AsWritten ? true : null }).Build()
            : Decision.Refuse(Refusals.NoSuchQuestion);
}
