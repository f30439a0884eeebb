using System.Diagnostics;
using System.Globalization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Figures;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Randomness;
using NodaTime;

namespace FollowUp.Simulation.Department;

/// <summary>
/// One team of coordinators with their projects, from the first day to the last. It gives the commands that people and time would give, and the real
/// <see cref="Decider"/> decides them. All its randomness is in <see cref="Draws"/>, so it is deterministic.
/// </summary>
sealed partial class TeamSimulation
{
    const int Day = 86_400;

    readonly SimulationFrame frame;
    readonly int run;
    readonly PeopleParameters people;
    readonly Policy policy;
    readonly RunFigures figures;
    readonly ICommandObserver? observer;
    readonly OccurrenceQueue queue;

    /// <summary>The numbers of the team's projects in the run, in the order of their posting.</summary>
    readonly (long At, int Number)[] arrivals;

    /// <summary>By the place in <see cref="arrivals"/>; null before the posting and once it is closed.</summary>
    readonly SimulatedProject?[] projects;

    long now;

    public TeamSimulation(SimulationFrame frame, int run, int team)
    {
        (this.frame, this.run, people, policy) = (frame, run, frame.People, frame.Policy);
        (figures, queue) = (new RunFigures(frame.HoursUntilEnd), new OccurrenceQueue(frame.Start));
        observer = frame.Request.Observer?.Invoke();
        coordinators = new Coordinator[frame.SizeOf(team)];
        for (var i = 0; i < coordinators.Length; i++) coordinators[i] = new Coordinator(new Draws(frame.Request.Seed, run, -1 - frame.FirstOf(team) - i));
        arrivals = GetArrivals(team);
        projects = new SimulatedProject?[arrivals.Length];
    }

    public RunFigures Run(CancellationToken cancellation)
    {
        for (var i = 0; i < coordinators.Length; i++) LookAt(i, frame.StaffHours.NextOpen(frame.Start));
        var next = 0;
        while (true)
        {
            var arrival = next < arrivals.Length ? arrivals[next].At : long.MaxValue;
            var at = Math.Min(arrival, queue.NextAt);
            if (at >= frame.End) break;
            now = at;
            if (arrival <= at)
            {
                if ((next & 255) == 0) cancellation.ThrowIfCancellationRequested();
                Arrive(next++);
            }
            else
            {
                Happen(queue.Take());
            }
        }

        CountTheEnd();
        return figures;
    }

    (long, int)[] GetArrivals(int team)
    {
        var (all, teams) = (frame.Request.Projects, frame.Teams);
        var found = new (long At, int Number)[(all / teams) + (team < all % teams ? 1 : 0)];
        for (var i = 0; i < found.Length; i++)
        {
            var number = (i * teams) + team;
            found[i] = (frame.Arrivals.GetArrival(new Draws(frame.Request.Seed, run, number)), number);
        }

        Array.Sort(found);
        return found;
    }

    void Arrive(int index)
    {
        var number = arrivals[index].Number;
        var draws = new Draws(frame.Request.Seed, run, number);
        var (clients, id) = (people.Clients, number.ToString(CultureInfo.InvariantCulture));
        var serious = draws.Happens(clients.SeriousShare, Purpose.Serious);
        var project = projects[index] = new SimulatedProject(index, draws, index % coordinators.Length, now)
        {
            Client = Actor.Client("C-" + id),
            Serious = serious,
            NumberWrong = draws.Happens(clients.WrongNumberShare, Purpose.WrongNumber),
            Never = draws.Happens(people.Phone.NeverShare, Purpose.Never),
            Wish = serious ? people.Decisions.GetWish(draws.Next(Purpose.Wish)) : Wish.Nothing,
        };
        var isCompany = draws.Happens(clients.CompanyShare, Purpose.ClientType);
        var mayCall = isCompany || draws.Happens(clients.CallConsentShare, Purpose.CallConsent);
        var consent = isCompany || !mayCall ? null : new GivenConsent(
            draws.Happens(clients.LaterConsentShare, Purpose.LaterConsent) ? ConsentScope.Later : ConsentScope.Request, Instant.FromUnixTimeSeconds(now));
        figures[Figure.Submitted]++;
        if (now < frame.End - (365L * Day)) figures[Figure.SubmittedEarly]++;
        Give(project, new Submit(
            "P-" + id, project.Client.Id, isCompany ? ClientType.Company : ClientType.Person, Language.French, "site-web", mayCall, Evidence.None, null,
            Instant.FromUnixTimeSeconds(now), GetCoordinatorId(project.Coordinator))
        {
            Consent = consent,
        }, Actor.Website);
        if (project.Wish != Wish.Nothing)
        {
            Later(project, OccurrenceKind.Decide, now + (long)(draws.NextOf(people.Decisions.DaysToDecide, Purpose.WishDays) * Day));
        }

        var count = people.Providers.GetCount(draws.Next(Purpose.ProviderCount));
        for (var provider = 0; provider < count; provider++)
        {
            var at = now + 60 + (long)(draws.NextOf(people.Providers.DaysToProposal, Purpose.ProviderDays, provider) * Day);
            Later(project, OccurrenceKind.Propose, at, provider);
            if (draws.Happens(people.Providers.QuoteShare, Purpose.ProviderQuote, provider)) Later(project, OccurrenceKind.Quote, at + (2 * Day), provider);
        }
    }

    void Happen(Occurrence occurrence)
    {
        if (occurrence.Kind == OccurrenceKind.Look)
        {
            Look(occurrence.Subject);
            return;
        }

        // What was to happen to a project that is closed by now does not happen.
        if (projects[occurrence.Subject] is not { State: not null } project) return;
        switch (occurrence.Kind)
        {
            case OccurrenceKind.Wake:
                if (project.State.Version == occurrence.Detail) Give(project, new AdvanceTime(), Actor.Time);
                break;
            case OccurrenceKind.AnswerMail:
                AnswerMail(project, (int)occurrence.Detail);
                break;
            case OccurrenceKind.PickCallBack:
                PickCallBack(project, occurrence.Detail);
                break;
            case OccurrenceKind.CorrectNumber:
                project.NumberWrong = false;
                Sign(project);
                Give(project, new CorrectNumber(), project.Client);
                break;
            case OccurrenceKind.GiveInformation:
                if (project.State.Stage != Stage.InformationAsked) break;
                Sign(project);
                Give(project, new GiveInformation(Details), project.Client);
                break;
            case OccurrenceKind.OptOut:
                figures[Figure.MailOptOuts]++;
                Give(project, new OptOut(Channel.Mail), project.Client);
                break;
            case OccurrenceKind.Decide:
                Decide(project);
                break;
            case OccurrenceKind.Propose:
                project.Providers++;
                Give(project, new ReportProviderAction(GetProviderId(occurrence.Detail), ProviderActionKind.Proposal, At(now)), Actor.Website);
                break;
            case OccurrenceKind.Quote:
                Give(project, new ReportProviderAction(GetProviderId(occurrence.Detail), ProviderActionKind.Quote, At(now)), Actor.Website);
                break;
            case OccurrenceKind.AnswerClosing:
                AnswerClosing(project);
                break;
            case OccurrenceKind.AnswerNotice:
                AnswerNotice(project, (int)occurrence.Detail);
                break;
            default:
                throw new UnreachableException($"No rule for {occurrence.Kind}.");
        }
    }

    /// <summary>Gives a command, and lets everybody react to what it led to.</summary>
    void Give(SimulatedProject project, Command command, Actor actor)
    {
        var before = project.State;
        figures[Figure.Decisions]++;
        var decision = Decider.Decide(before, command, actor, policy, At(now));
        if (decision.Refusal is not null || decision.Events.IsEmpty)
        {
            if (decision.Refusal is not null) figures[Figure.Refusals]++;
            observer?.OnDecided(new DecidedCommand(before, command, actor, At(now), policy, decision, []));
            return;
        }

        var after = decision.After!;
        var messages = MessagePolicy.CreateMessages(after, decision.Events, policy);
        observer?.OnDecided(new DecidedCommand(before, command, actor, At(now), policy, decision, messages));
        project.State = after;
        CountMails(messages);
        foreach (var recorded in decision.Events) React(project, recorded.Event);
        if (!after.IsOpen)
        {
            CountClosing(project, after);
            project.State = null;
            projects[project.Number] = null;
            return;
        }

        QueueCall(project, after);
        if (after.WakeAt!.Value is var wakeAt && (before is null || before.Version != after.Version))
        {
            Later(project, OccurrenceKind.Wake, Math.Max(now, SimulationFrame.ToSeconds(wakeAt)), after.Version);
        }
    }

    void Later(SimulatedProject project, OccurrenceKind kind, long at, long detail = 0)
    {
        if (at < frame.End) queue.Add(new Occurrence(at, kind, project.Number, detail));
    }

    static Instant At(long seconds) => Instant.FromUnixTimeSeconds(seconds);

    static readonly string[] ProviderIds = [.. Enumerable.Range(1, 20).Select(i => $"PR-{i}")];

    static string GetProviderId(long provider) => ProviderIds[provider];
}
