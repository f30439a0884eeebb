namespace FollowUp.Domain;

/// <summary>What providers do on a project, and what they are told.</summary>
static class Providers
{
    const int AnswerWithinWorkingDays = 2;

    public static Decision Decide(Turn turn, ReportProviderAction c)
    {
        var standing = turn.Project.Standing(c.Provider);
        return standing.LastAction == c.Kind && standing.LastActedAt == c.At
            ? turn.Done()
            : turn.Happens(new ProviderActed(c.Provider, c.Kind, c.At)).Done();
    }

    /// <summary>Charter: inactive providers are never pushed, and only interest that the client showed is passed on, once.</summary>
    public static Decision Decide(Turn turn, SendGoodChances c) => turn.Project.Standing(c.Provider) switch
    {
        { Acted: false } => Decision.Refuse(Refusals.ProviderInactive),
        { Wanted: false } => Decision.Refuse(Refusals.NoInterestShown),
        { Told: true } => Decision.Refuse(Refusals.AlreadyTold),
        _ => turn.Happens(new GoodChancesSent(c.Provider)).Done(),
    };

    public static Decision Decide(Turn turn, DeclineGoodChances c) => turn.Project.Standing(c.Provider) switch
    {
        { Told: true } => Decision.Refuse(Refusals.AlreadyTold),
        { Ask: Ask.Waiting } => turn.Happens(new GoodChancesDeclined(c.Provider)).Done(),
        { Ask: Ask.Declined } => turn.Done(),
        _ => Decision.Refuse(Refusals.NothingToApprove),
    };

    /// <summary>
    /// The client and a provider found each other without staff: a member of staff is asked, once, whether the provider may know. Staff who
    /// were there themselves have the choice before them.
    /// </summary>
    public static void AskForNotices(Turn turn, Project before)
    {
        if (turn.Actor.IsStaff || turn.Project is not { IsOpen: true, Validated: true })
        {
            return;
        }

        foreach (var standing in turn.Project.Providers)
        {
            if (standing is { Acted: true, Wanted: true, Told: false, Ask: Ask.None } && before.Standing(standing.Provider) != standing)
            {
                turn.Happens(new GoodChancesAsked(standing.Provider));
            }
        }
    }

    public static Decision Decide(Turn turn, AskQuestion c)
    {
        if (turn.Project.Questions.Any(q => q.Id == c.Question) || turn.Project.Answered.Contains(c.Question))
        {
            return turn.Done();
        }

        var local = turn.Calendar.Local(turn.Now);
        var due = turn.Calendar.At(turn.Calendar.AddWorkingDays(local.Date, AnswerWithinWorkingDays), local.TimeOfDay);
        return turn.Happens(new QuestionAsked(c.Question, c.Provider, c.Text, due)).Done();
    }

    public static Decision Decide(Turn turn, AnswerQuestion c) =>
        turn.Project.Questions.FirstOrDefault(q => q.Id == c.Question) is { } open
            ? turn.Happens(new QuestionAnswered(open.Id, open.Provider, c.Text)).Done()
            : Decision.Refuse(Refusals.NoSuchQuestion);
}
