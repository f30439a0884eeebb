namespace FollowUp.Domain;

/// <summary>
/// What the path asks of staff: whether it still stands, what settles it, and the command that each answer is. Whoever answers is
/// held to the charter as for any command.
/// </summary>
public abstract record StaffQuestion
{
    /// <summary>The question that an event puts; null when it puts none.</summary>
    public static StaffQuestion? Of(Event asked) => asked switch
    {
        ApprovalAsked => new CloseForSilence(),
        GoodChancesAsked e => new TellProvider(e.Provider),
        TakeOverAsked e => new TakeProjectOver(e.Staff),
        _ => null,
    };

    /// <summary>All that the project waits for staff to answer.</summary>
    public static IEnumerable<StaffQuestion> StandingOn(Project project)
    {
        IEnumerable<StaffQuestion> any =
        [
            new CloseForSilence(),
            .. project.TakeOverAskedOf is { } staff ? [new TakeProjectOver(staff)] : Array.Empty<StaffQuestion>(),
            .. project.Providers.Select(standing => new TellProvider(standing.Provider)),
        ];
        return any.Where(question => question.Stands(project));
    }

    /// <summary>Whose answer is awaited; null while it is the manager's.</summary>
    public virtual string? AskedOf(Project project) => project.InCharge;

    /// <summary>Whether the project still waits for the answer.</summary>
    public abstract bool Stands(Project project);

    /// <summary>Whether this event, once the question was put, is its answer or makes it idle.</summary>
    public abstract bool SettledBy(Event happened);

    public abstract Command Answer(bool yes);
}

/// <summary>May a project that slept for two years be closed?</summary>
public sealed record CloseForSilence : StaffQuestion
{
    public override bool Stands(Project project) => project.Stage == Stage.ApprovalAsked;

    public override bool SettledBy(Event happened) => happened is ProjectClosed or ApprovalDeclined or ApprovalLapsed or Woke;

    public override Command Answer(bool yes) => new Approve(yes);
}

/// <summary>May a provider have its good-chances notice?</summary>
public sealed record TellProvider(string Provider) : StaffQuestion
{
    public override bool Stands(Project project) =>
        project.IsOpen && project.Standing(Provider) is { Ask: Ask.Waiting, Told: false };

    public override bool SettledBy(Event happened) => happened switch
    {
        GoodChancesSent e => e.Provider == Provider,
        GoodChancesDeclined e => e.Provider == Provider,
        _ => happened is ProjectClosed,
    };

    public override Command Answer(bool yes) => yes ? new SendGoodChances(Provider) : new DeclineGoodChances(Provider);
}

/// <summary>Will a colleague follow the project while its coordinator is absent?</summary>
public sealed record TakeProjectOver(string Staff) : StaffQuestion
{
    public override string? AskedOf(Project project) => Staff;

    public override bool Stands(Project project) => project.IsOpen && project.TakeOverAskedOf == Staff;

    public override bool SettledBy(Event happened) =>
        happened is StandInStarted or StandInEnded or TakeOverDeclined or TakeOverAsked or CoordinatorAssigned or ProjectClosed;

    public override Command Answer(bool yes) => new TakeOver(yes);
}
