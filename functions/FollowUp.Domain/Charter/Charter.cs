namespace FollowUp.Domain;

/// <summary>Who may do what: the table of the product page, enforced for every door.</summary>
public static class Charter
{
    public static Refusal? Refuses(Project project, Command command, Actor actor) => (Audience(command), actor.Role) switch
    {
        (For.Staff or For.Replies or For.Undoing or For.TakingOver, Role.Sales) => Refusals.SalesDoNotFollowUp,
        (For.TakingOver, Role.Coordinator) when actor.Id == project.TakeOverAskedOf => null,
        (For.Undoing, Role.Client) when project.ClosedByClient && actor.Id == project.ClientId => null,
        (For.Undoing, Role.Client) => Refusals.NotAllowed,
        (For.Replies, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        (For.Staff or For.Replies or For.Undoing or For.TakingOver, Role.Manager) => null,
        (For.Staff or For.Replies or For.Undoing or For.TakingOver, Role.Coordinator) => Follows(actor, project) ? null : Refusals.NotYourProject,
        (For.Client, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        (For.Website, Role.Website) => null,
        (For.Time, Role.System) => null,
        (For.Person, Role.Manager or Role.Website) => null,
        (For.Person, Role.System) => null, // the term for which a person's data may be kept is over
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
        RecordCall or AddNote or Snooze or SendGoodChances or DeclineGoodChances or Assign or Close or Reopen or AnswerQuestion or Approve
            or ShareFact => For.Staff,
        Undo => For.Undoing,
        TakeOver => For.TakingOver,
        ReportReply => For.Replies,
        AnswerRelaunch or PickCallBack or CorrectNumber or GiveInformation or OptOut => For.Client,
        ReportProviderAction or ReportSignal or AskQuestion => For.Website,
        PassTime or StandIn or AskTakeOver or ReportMailRefused => For.Time,
        Erase => For.Person,
        _ => throw new ArgumentException($"The charter does not know {command.GetType().Name}.", nameof(command)),
    };

    enum For
    {
        Staff,

        /// <summary>Staff, and the client for what they closed with their own hand.</summary>
        Undoing,

        /// <summary>Staff, and the colleague who was asked.</summary>
        TakingOver,

        /// <summary>The client, and staff who write down what came to them.</summary>
        Replies,
        Client,
        Website,
        Time,
        Person,
    }
}
