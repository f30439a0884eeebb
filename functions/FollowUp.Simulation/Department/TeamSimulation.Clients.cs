using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Figures;
using FollowUp.Simulation.Randomness;
using NodaTime;

namespace FollowUp.Simulation.Department;

/// <summary>What clients do: they answer mails and calls, decide, report it or not, and lose patience.</summary>
sealed partial class TeamSimulation
{
    /// <summary>The numbers of light mails and of the warning among the answers to mails; relaunches have theirs from 1.</summary>
    const int Warning = 1000;
    const int LightMail = 2000;

    static readonly FreeText Details = new("Précisions du client");

    /// <summary>What an event makes clients and staff do later.</summary>
    void React(SimulatedProject project, Event happened)
    {
        if (happened is CallMissed { OutsideRules: true } or ClientReached { OutsideRules: true }) figures[Figure.CallsOutsideRules]++;
        switch (happened)
        {
            case RelaunchMailed e:
                GetMail(project, e.Kind == RelaunchKind.Warning ? Warning : e.Number);
                break;
            case LightMailSent:
                GetMail(project, LightMail);
                break;
            case AttemptMailed:
            case CallMissed { MailFollows: true }:
                GetTriedToReachMail(project);
                break;
            case NumberAsked:
                project.LastContact = now;
                if (project.Draws.Happens(people.Clients.NumberCorrectedShare, Purpose.NumberCorrected, project.Mails))
                {
                    Later(project, OccurrenceKind.CorrectNumber, now + GetAnswerDelay(project));
                }

                project.Mails++;
                break;
            case InformationRequested:
                if (project.Draws.Happens(people.Clients.InformationGivenShare, Purpose.InformationGiven))
                {
                    Later(project, OccurrenceKind.GiveInformation, now + GetAnswerDelay(project));
                }

                break;
            case ProjectValidated:
                figures[Figure.Validated]++;
                break;
            case WentDormant:
                if (!project.EverDormant) figures[Figure.WentDormant]++;
                project.EverDormant = true;
                break;
            case Woke:
                figures[Figure.Woke]++;
                break;
            case ApprovalAsked:
                WaitForClosing(project);
                break;
            case GoodChancesAsked e:
                WaitForNotice(project, e.Provider);
                break;
            case GoodChancesSent:
                figures[Figure.GoodChancesNotices]++;
                break;
        }
    }

    void GetMail(SimulatedProject project, int number)
    {
        var (mail, step) = (people.Mail, Math.Min(number, RunFigures.Steps) - 1);
        var chance = number switch
        {
            Warning => mail.WarningAnswer,
            LightMail => mail.LightMailAnswer,
            _ => mail.RelaunchAnswers[Math.Min(number, mail.RelaunchAnswers.Length) - 1],
        };
        switch (number)
        {
            case Warning:
                figures[Figure.Warnings]++;
                break;
            case LightMail:
                figures[Figure.LightMails]++;
                break;
            default:
                figures.RelaunchMails[step]++;
                break;
        }

        Contact(project);
        var count = project.Mails++;
        var optOut = mail.OptOutShare * (project.Unanswered > mail.Patience ? mail.ImpatientFactor : 1);
        if (project.Draws.Happens(optOut, Purpose.MailOptOut, count))
        {
            Later(project, OccurrenceKind.OptOut, now + GetAnswerDelay(project));
        }
        else if (project.Draws.Happens(chance, Purpose.MailAnswer, count))
        {
            switch (number)
            {
                case Warning:
                    figures[Figure.WarningAnswers]++;
                    break;
                case LightMail:
                    figures[Figure.LightMailAnswers]++;
                    break;
                default:
                    figures.RelaunchAnswers[step]++;
                    break;
            }

            Later(project, OccurrenceKind.AnswerMail, now + GetAnswerDelay(project), count);
        }
    }

    void GetTriedToReachMail(SimulatedProject project)
    {
        figures[Figure.TriedToReachMails]++;
        Contact(project);
        var count = project.Mails++;
        if (!project.Draws.Happens(people.Mail.TriedToReachAnswer, Purpose.MailAnswer, count)) return;
        figures[Figure.TriedToReachAnswers]++;
        Later(project, OccurrenceKind.PickCallBack, now + GetAnswerDelay(project), count);
    }

    long GetAnswerDelay(SimulatedProject project) => 300 + (long)(project.Draws.NextOf(people.Mail.AnswerHours, Purpose.MailDelay, project.Mails) * AnHour);

    /// <summary>The department contacted the client, who has not answered yet. After thirty days the count begins again.</summary>
    void Contact(SimulatedProject project)
    {
        project.LastContact = now;
        if (now - project.UnansweredSince > 30L * Day) (project.UnansweredSince, project.Unanswered) = (now, 0);
        project.Unanswered++;
    }

    /// <summary>The client acted or spoke.</summary>
    void Sign(SimulatedProject project)
    {
        (project.LastContact, project.LastSign, project.UnansweredSince) = (now, now, now);
        (project.MissedCalls, project.Unanswered) = (0, 0);
        project.Answers++;
    }

    /// <summary>The client answers a mail. An answer that is overtaken by another one is not given.</summary>
    void AnswerMail(SimulatedProject project, int mail)
    {
        if (mail != project.Mails - 1 || project.Unanswered == 0) return;
        var (answer, place) = (project.Answers, project.Draws.Next(Purpose.UndecidedAnswer, project.Answers));
        Sign(project);
        var d = people.Decisions;
        Give(project, project switch
        {
            { Decided: true, Wish: Wish.Platform } => new AnswerRelaunch(ClientAnswer.Chose, GetChosen(project)),
            { Decided: true, Wish: Wish.Elsewhere } => new AnswerRelaunch(ClientAnswer.ChoseElsewhere),
            { Decided: true, Wish: Wish.GiveUp } => new AnswerRelaunch(ClientAnswer.GaveUp),
            _ when place < d.NotNowShare => new AnswerRelaunch(ClientAnswer.NotNow, Until: GetPauseEnd(project, answer)),
            _ when place < d.NotNowShare + d.CallMeShare && !project.State!.IsNumberWrong && project.State.Contact.MayCall => new AnswerRelaunch(ClientAnswer.CallMe),
            _ when place > 1 - d.LeaveMeAloneShare => new AnswerRelaunch(ClientAnswer.LeaveMeAlone),
            { Providers: > 0 } when place > 0.6 => new AnswerRelaunch(ClientAnswer.TalkingTo, GetChosen(project)),
            _ => new AnswerRelaunch(ClientAnswer.StillLooking),
        }, project.Client);
    }

    /// <summary>The client picks the next opening of the call hours that is at least four hours away.</summary>
    void PickCallBack(SimulatedProject project, long mail)
    {
        var state = project.State!;
        if (state.Phase != Phase.AwaitingValidation || mail != project.Mails - 1 || project.Unanswered == 0 || state.IsNumberWrong || !state.Contact.MayCall) return;
        if (GetSlot(state.ClientType, now + (4 * AnHour)) is not { } slot) return;
        Sign(project);
        Give(project, new PickCallBack(slot), project.Client);
    }

    /// <summary>The next quarter of an hour within the call hours; null when there is none any more.</summary>
    Instant? GetSlot(ClientType type, long from)
    {
        const int quarter = 900;
        var at = frame.HoursOf(type).NextOpen(from + quarter - 1 - ((from + quarter - 1) % quarter));
        return at == long.MaxValue ? null : At(at);
    }

    /// <summary>What a reached client says.</summary>
    RecordCall SayByPhone(SimulatedProject project, Project state, Domain.Permissions.Actor actor)
    {
        var (phone, number, at) = (people.Phone, project.Calls, At(now));
        if (project.Draws.Happens(phone.DoNotCallShare, Purpose.DoNotCall, number))
        {
            figures[Figure.CallOptOuts]++;
            return new RecordCall(CallOutcome.DoNotCall, at);
        }

        if (state.Agenda.AgreedCall is null && project.Draws.Happens(phone.CallBackShare, Purpose.CallBack, number)
            && GetSlot(state.ClientType, now + (long)((0.5 + (3 * project.Draws.Next(Purpose.CallBackDay, number))) * Day)) is { } agreed)
        {
            return new RecordCall(CallOutcome.CallBack, at, AgreedAt: agreed);
        }

        switch (project)
        {
            case { Decided: true, Wish: Wish.Platform }:
                return new RecordCall(CallOutcome.Chose, at, GetChosen(project));
            case { Decided: true, Wish: Wish.Elsewhere }:
                return new RecordCall(CallOutcome.ChoseElsewhere, at);
            case { Decided: true, Wish: Wish.GiveUp }:
                return new RecordCall(CallOutcome.GaveUp, at);
        }

        if (state.Phase == Phase.AwaitingValidation)
        {
            if (!project.Serious)
            {
                return new RecordCall(CallOutcome.NotSerious, at, NotSerious: (NotSeriousReason)(int)(project.Draws.Next(Purpose.NotSeriousReason) * 6));
            }

            if (!project.InformationAsked && project.Draws.Happens(people.Clients.InformationMissingShare, Purpose.InformationMissing))
            {
                project.InformationAsked = true;
                return new RecordCall(CallOutcome.NeedsInformation, at);
            }

            return new RecordCall(CallOutcome.Serious, at, Facts: Evidence.PhoneReached | Evidence.NeedDescribed);
        }

        var (d, place) = (people.Decisions, project.Draws.Next(Purpose.UndecidedAnswer, project.Answers));
        return place < d.NotNowShare ? new RecordCall(CallOutcome.NotNow, at, Until: GetPauseEnd(project, project.Answers))
            : place > 1 - d.LeaveMeAloneShare ? new RecordCall(CallOutcome.RefusesContact, at)
            : project.Providers > 0 && place > 0.6 ? new RecordCall(CallOutcome.TalkingTo, at, GetChosen(project))
            : new RecordCall(CallOutcome.StillLooking, at);
    }

    LocalDate GetPauseEnd(SimulatedProject project, int answer) =>
        policy.Calendar.DateOf(At(now)).PlusDays(20 + (int)(project.Draws.Next(Purpose.PauseDays, answer) * 100));

    static string GetChosen(SimulatedProject project) =>
        project.Providers == 0 ? GetProviderId(0) : GetProviderId((int)(project.Draws.Next(Purpose.ChosenProvider) * project.Providers));

    /// <summary>
    /// The client decides. Without a provider of the platform, and sometimes after a long silence of the department, they do not choose on the platform.
    /// They report it on the website or keep it to themselves until they are asked.
    /// </summary>
    void Decide(SimulatedProject project)
    {
        var d = people.Decisions;
        if (project is { Wish: Wish.Platform, Providers: 0 })
        {
            project.Wish = project.Draws.Happens(0.5, Purpose.WithoutProvider) ? Wish.Elsewhere : Wish.GiveUp;
        }
        else if (project.Wish == Wish.Platform && now - project.LastContact > d.ForgetAfterDays * Day && project.Draws.Happens(d.ForgottenShare, Purpose.Forgotten))
        {
            project.Wish = Wish.Elsewhere;
        }

        project.Decided = true;
        if (project.Wish == Wish.Platform) figures[Figure.DecidedForPlatform]++;
        if (!project.Draws.Happens(d.ReportedShare, Purpose.Reported)) return;
        Sign(project);
        Give(project, project.Wish == Wish.Platform
            ? new ReportSignal(SignalKind.Awarded, GetChosen(project), At(now))
            : new ReportSignal(SignalKind.Cancelled, null, At(now)), Domain.Permissions.Actor.Website);
    }
}
