using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Randomness;
using NodaTime;

namespace FollowUp.Simulation.Players;

/// <summary>
/// The commands that clients, providers and coordinators of a stored project give. The same seed, project and instant give the same command, in every
/// process.
/// </summary>
/// <param name="people">What is assumed of people.</param>
/// <param name="seed">Gives them their chances.</param>
/// <param name="providers">The ids of the providers that come forward.</param>
public sealed class PeoplePlayer(PeopleParameters people, long seed, IReadOnlyList<string> providers)
{
    static readonly FreeText Details = new("Précisions du client");

    /// <summary>The command of a reaction.</summary>
    /// <param name="project">The project now.</param>
    /// <param name="reaction">The reaction, which is due.</param>
    /// <param name="policy">The rules by which call times are offered.</param>
    /// <param name="now">Now.</param>
    /// <returns>Null when what has happened since leaves nothing to do.</returns>
    public (Command Command, Actor Actor)? Decide(Project project, Reaction reaction, Policy policy, Instant now)
    {
        var client = new SimulatedProjectPeople(people, seed, project);
        if (!project.IsOpen || (IsAnswer(reaction.Kind) && project.LastSignOfLifeVersion > reaction.Cause)) return null;
        Command? command = reaction.Kind switch
        {
            ReactionKind.AnswerMail => Answer(project, client, policy, now),
            ReactionKind.PickCallBack when project is { Phase: Phase.AwaitingValidation, IsNumberWrong: false, Contact.MayCall: true }
                && CallSlots.GetOffered(project, policy, now, []) is [var first, ..] => new PickCallBack(first),
            ReactionKind.CorrectNumber when project.IsNumberWrong => new CorrectNumber(),
            ReactionKind.GiveInformation when project.Stage == Stage.InformationAsked => new GiveInformation(Details),
            ReactionKind.OptOut when project.Contact.MayMail => new OptOut(Channel.Mail),
            ReactionKind.Report when client.Wish == Department.Wish.Platform => project.Providers.IsEmpty ? null : new ReportSignal(SignalKind.Awarded, Choose(project, client), now),
            ReactionKind.Report => new ReportSignal(SignalKind.Cancelled, null, now),
            ReactionKind.Propose => new ReportProviderAction(GetProvider(client, reaction.Provider), ProviderActionKind.Proposal, now),
            ReactionKind.Quote => new ReportProviderAction(GetProvider(client, reaction.Provider), ProviderActionKind.Quote, now),
            ReactionKind.AnswerClosing when project.Stage == Stage.ApprovalAsked =>
                new Approve(client.Draws.Happens(people.Coordinators.ClosingApprovedShare, Purpose.ClosingApproval, (int)reaction.Cause)),
            ReactionKind.AnswerNotice when project.Providers.FirstOrDefault(p => p is { NoticeApproval: NoticeApproval.Waiting, Notified: false }) is { } asked =>
                client.Draws.Happens(people.Coordinators.NoticeApprovedShare, Purpose.NoticeApproval, (int)reaction.Cause)
                    ? new SendGoodChances(asked.Provider)
                    : new DeclineGoodChances(asked.Provider),
            _ => null,
        };
        return command is null ? null : (command, GetActor(project, reaction.Kind));
    }

    /// <summary>The outcome of a call that a coordinator makes now.</summary>
    public RecordCall Call(Project project, Policy policy, Instant now)
    {
        var client = new SimulatedProjectPeople(people, seed, project);
        var (draws, number, decisions) = (client.Draws, (int)project.Version, people.Decisions);
        if (client.NumberWrong) return new RecordCall(CallOutcome.WrongNumber, now);
        if (!DoesAnswer(project, client, policy, now))
        {
            return new RecordCall(draws.Happens(0.6, Purpose.Voicemail, number) ? CallOutcome.Voicemail : CallOutcome.NoAnswer, now);
        }

        if (draws.Happens(people.Phone.DoNotCallShare, Purpose.DoNotCall, number)) return new RecordCall(CallOutcome.DoNotCall, now);
        if (now >= client.DecidesAt)
        {
            switch (client.Wish)
            {
                case Department.Wish.Platform when !project.Providers.IsEmpty:
                    return new RecordCall(CallOutcome.Chose, now, Choose(project, client));
                case Department.Wish.Elsewhere or Department.Wish.Platform:
                    return new RecordCall(CallOutcome.ChoseElsewhere, now);
                case Department.Wish.GiveUp:
                    return new RecordCall(CallOutcome.GaveUp, now);
            }
        }

        if (project.Phase == Phase.AwaitingValidation)
        {
            return !client.Serious ? new RecordCall(CallOutcome.NotSerious, now, NotSerious: (NotSeriousReason)(int)(draws.Next(Purpose.NotSeriousReason) * 6))
                : project.Stage == Stage.Reaching && draws.Happens(people.Clients.InformationMissingShare, Purpose.InformationMissing)
                    ? new RecordCall(CallOutcome.NeedsInformation, now)
                    : new RecordCall(CallOutcome.Serious, now, Facts: Evidence.PhoneReached | Evidence.NeedDescribed);
        }

        var place = draws.Next(Purpose.UndecidedAnswer, number);
        return place < decisions.NotNowShare ? new RecordCall(CallOutcome.NotNow, now, Until: GetPauseEnd(client, number, policy, now))
            : place > 1 - decisions.LeaveMeAloneShare ? new RecordCall(CallOutcome.RefusesContact, now)
            : !project.Providers.IsEmpty && place > 0.6 ? new RecordCall(CallOutcome.TalkingTo, now, Choose(project, client))
            : new RecordCall(CallOutcome.StillLooking, now);
    }

    static bool IsAnswer(ReactionKind kind) => kind is ReactionKind.AnswerMail or ReactionKind.PickCallBack or ReactionKind.CorrectNumber or ReactionKind.GiveInformation;

    static Actor GetActor(Project project, ReactionKind kind) => kind switch
    {
        ReactionKind.Report or ReactionKind.Propose or ReactionKind.Quote => Actor.Website,
        ReactionKind.AnswerClosing or ReactionKind.AnswerNotice => new Actor(Role.Coordinator, project.Responsible),
        _ => Actor.Client(project.ClientId),
    };

    AnswerRelaunch Answer(Project project, SimulatedProjectPeople client, Policy policy, Instant now)
    {
        var (d, number) = (people.Decisions, (int)project.Version);
        var place = client.Draws.Next(Purpose.UndecidedAnswer, number);
        return now >= client.DecidesAt && client.Wish == Department.Wish.Platform && !project.Providers.IsEmpty ? new AnswerRelaunch(ClientAnswer.Chose, Choose(project, client))
            : now >= client.DecidesAt && (client.Wish is Department.Wish.Elsewhere or Department.Wish.Platform) ? new AnswerRelaunch(ClientAnswer.ChoseElsewhere)
            : now >= client.DecidesAt && client.Wish == Department.Wish.GiveUp ? new AnswerRelaunch(ClientAnswer.GaveUp)
            : place < d.NotNowShare ? new AnswerRelaunch(ClientAnswer.NotNow, Until: GetPauseEnd(client, number, policy, now))
            : place < d.NotNowShare + d.CallMeShare && !project.IsNumberWrong && project.Contact.MayCall ? new AnswerRelaunch(ClientAnswer.CallMe)
            : place > 1 - d.LeaveMeAloneShare ? new AnswerRelaunch(ClientAnswer.LeaveMeAlone)
            : !project.Providers.IsEmpty && place > 0.6 ? new AnswerRelaunch(ClientAnswer.TalkingTo, Choose(project, client))
            : new AnswerRelaunch(ClientAnswer.StillLooking);
    }

    bool DoesAnswer(Project project, SimulatedProjectPeople client, Policy policy, Instant now)
    {
        var phone = people.Phone;
        if (project.Agenda.AgreedCall is not null) return client.Draws.Happens(phone.AppointmentKeptShare, Purpose.Reached, (int)project.Version);
        var local = policy.Calendar.ToLocal(now);
        var chance = phone.ByHour[local.Hour] * phone.ByWeekday[(int)local.DayOfWeek - 1];
        for (var missed = 0; missed < project.Cycle.Attempts; missed++) chance *= phone.AttemptFactor;
        return !client.Never && client.Draws.Happens(chance, Purpose.Reached, (int)project.Version);
    }

    static LocalDate GetPauseEnd(SimulatedProjectPeople client, int number, Policy policy, Instant now) =>
        policy.Calendar.DateOf(now).PlusDays(20 + (int)(client.Draws.Next(Purpose.PauseDays, number) * 100));

    static string Choose(Project project, SimulatedProjectPeople client) =>
        project.Providers[(int)(client.Draws.Next(Purpose.ChosenProvider) * project.Providers.Length)].Provider;

    /// <summary>Each project has other providers, and each provider proposes once.</summary>
    string GetProvider(SimulatedProjectPeople client, int number) =>
        providers[((int)(client.Draws.Next(Purpose.ChosenProvider, 1) * providers.Count) + number) % providers.Count];
}
