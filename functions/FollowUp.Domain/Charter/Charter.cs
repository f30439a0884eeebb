namespace FollowUp.Domain;

/// <summary>Who may do what: the table of the product page, enforced for every door.</summary>
public static class Charter
{
    public static Refusal? Refuses(Project project, Command command, Actor actor) => (Audience(command), actor.Role) switch
    {
        (For.Staff, Role.Sales) => Refusals.SalesDoNotFollowUp,
        (For.Staff, Role.Manager) => null,
        (For.Staff, Role.Coordinator) => Follows(actor, project) ? null : Refusals.NotYourProject,
        (For.Client, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        (For.Website, Role.Website) => null,
        (For.Time, Role.System) => null,
        (For.Person, Role.Manager or Role.Website) => null,
        (For.Person, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        _ => Refusals.NotAllowed,
    };

    /// <summary>A coordinator follows their own projects, those of the person they stand in for, and those of nobody.</summary>
    public static bool Follows(Actor actor, Project project) =>
        project.Coordinator is null
        || actor.Id == project.Coordinator
        || actor.Id == project.StandIn
        || (!actor.StandsInFor.IsDefault && actor.StandsInFor.Contains(project.Coordinator));

    static For Audience(Command command) => command switch
    {
        RecordCall or AddNote or Snooze or SendGoodChances or Assign or Close or Reopen or Undo or AnswerQuestion or Approve or ShareFact
            => For.Staff,
        AnswerRelaunch or PickCallBack or CorrectNumber or GiveInformation or OptOut => For.Client,
        ReportProviderAction or ReportSignal or AskQuestion => For.Website,
        PassTime or StandIn or ReportMailRefused => For.Time,
        Erase => For.Person,
        _ => throw new ArgumentException($"The charter does not know {command.GetType().Name}.", nameof(command)),
    };

    enum For
    {
        Staff,
        Client,
        Website,
        Time,
        Person,
    }
}
