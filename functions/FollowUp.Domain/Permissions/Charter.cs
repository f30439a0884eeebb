using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Domain.Permissions;

/// <summary>Who may do what: the table of the product page, enforced for every door.</summary>
public static class Charter
{
    public static Refusal? GetRefusal(Project project, Command command, Actor actor) => (GetAudience(command), actor.Role) switch
    {
        (Audience.Staff or Audience.ClientAndStaff or Audience.StaffAndClosingClient or Audience.StaffAndAskedColleague, Role.Sales) => Refusals.SalesDoNotFollowUp,
        (Audience.StaffAndAskedColleague, Role.Coordinator) when actor.Id == project.TakeOverAskedOf => null,
        (Audience.StaffAndClosingClient, Role.Client) when project.ClosedByClient && actor.Id == project.ClientId => null,
        (Audience.StaffAndClosingClient, Role.Client) => Refusals.NotAllowed,
        (Audience.ClientAndStaff, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        (Audience.Staff or Audience.ClientAndStaff or Audience.StaffAndClosingClient or Audience.StaffAndAskedColleague, Role.Manager) => null,
        (Audience.Staff or Audience.ClientAndStaff or Audience.StaffAndClosingClient or Audience.StaffAndAskedColleague, Role.Coordinator) => MayFollow(actor, project) ? null : Refusals.NotYourProject,
        (Audience.Client, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        (Audience.Website, Role.Website) => null,
        (Audience.Time, Role.System) => null,
        (Audience.PersonRights, Role.Manager or Role.Website) => null,
        (Audience.PersonRights, Role.System) => null, // the term for which a person's data may be kept is over
        (Audience.PersonRights, Role.Client) => actor.Id == project.ClientId ? null : Refusals.NotYourProject,
        _ => Refusals.NotAllowed,
    };

    /// <summary>A coordinator follows their own projects, those of the person they stand in for, and those of nobody.</summary>
    public static bool MayFollow(Actor actor, Project project) =>
        project.Coordinator is null
        || actor.Id == project.Coordinator
        || actor.Id == project.StandIn
        || (!actor.StandsInFor.IsDefault && actor.StandsInFor.Contains(project.Coordinator));

    static Audience GetAudience(Command command) => command switch
    {
        RecordCall or AddNote or Snooze or SendGoodChances or DeclineGoodChances or Assign or Close or Reopen or AnswerQuestion or Approve
            or ShareFact => Audience.Staff,
        Undo => Audience.StaffAndClosingClient,
        TakeOver => Audience.StaffAndAskedColleague,
        ReportReply => Audience.ClientAndStaff,
        AnswerRelaunch or PickCallBack or CorrectNumber or GiveInformation or OptOut => Audience.Client,
        ReportProviderAction or ReportSignal or AskQuestion => Audience.Website,
        AdvanceTime or SetStandIn or AskTakeOver or ReportMailRefused => Audience.Time,
        Erase => Audience.PersonRights,
        _ => throw new ArgumentException($"The charter does not know {command.GetType().Name}.", nameof(command)),
    };

    enum Audience
    {
        Staff,

        /// <summary>Staff, and the client for what they closed with their own hand.</summary>
        StaffAndClosingClient,

        /// <summary>Staff, and the colleague who was asked.</summary>
        StaffAndAskedColleague,

        /// <summary>The client, and staff who write down what came to them.</summary>
        ClientAndStaff,
        Client,
        Website,
        Time,
        PersonRights,
    }
}
