using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Simulation.Figures;
using FollowUp.Simulation.Randomness;

namespace FollowUp.Simulation.Department;

/// <summary>Calls wait in the queue of their coordinator until that one, or the stand-in, has time: too few people make late calls.</summary>
sealed partial class TeamSimulation
{
    const int AnHour = 3600;

    readonly Coordinator[] coordinators;

    /// <summary>By who calls and in whose place.</summary>
    readonly Dictionary<(int Caller, int Owner), Actor> callers = [];

    static string GetCoordinatorId(int coordinator) => ProviderIds.Length > coordinator ? CoordinatorIds[coordinator] : $"coordinator-{coordinator + 1}";

    static readonly string[] CoordinatorIds = [.. Enumerable.Range(1, 20).Select(i => $"coordinator-{i}")];

    void QueueCall(SimulatedProject project, Project after)
    {
        if (after.Next is not { Kind: ActionKind.Call } next)
        {
            project.QueuedAs = SimulatedProject.NotQueued;
            return;
        }

        var dueAt = SimulationFrame.ToSeconds(next.DueAt);
        if (project.QueuedAs != SimulatedProject.NotQueued && project.PlannedFor == dueAt) return;

        // A first call is made as soon as somebody is free: the date of the plan is the latest one ("within one working hour").
        (project.QueuedAs, project.PlannedFor) = (next.Why.Code == ReasonCode.FirstCall ? Math.Min(now, dueAt) : dueAt, dueAt);
        Enqueue(project, after);
    }

    void Enqueue(SimulatedProject project, Project state)
    {
        var owner = coordinators[project.Coordinator];
        var calls = state.Next!.Why.Code is ReasonCode.AgreedCall or ReasonCode.MissedAppointment ? owner.Appointments
            : state.ClientType == ClientType.Company ? owner.Companies
            : owner.Persons;
        calls.Add(project.Number, project.QueuedAs);
        if (project.QueuedAs < now + Day) LookAt(GetCaller(project.Coordinator, frame.Clock.DayAt(now)), Math.Max(now, project.QueuedAs));
    }

    /// <summary>Lets a coordinator look at the queue at a time, unless they do so before.</summary>
    void LookAt(int coordinator, long at)
    {
        var c = coordinators[coordinator];
        at = Math.Max(at, c.BusyUntil);
        if (at >= c.NextLook || at >= frame.End) return;
        c.NextLook = at;
        queue.Add(new Occurrence(at, OccurrenceKind.Look, coordinator, 0));
    }

    bool IsPresent(int coordinator, int day) => !coordinators[coordinator].IsAbsent(day / 7, people.Coordinators.AbsentDaysAYear);

    /// <summary>Who makes the calls of a coordinator on a day: themselves, else the next one who is present, else nobody but themselves after the absence.</summary>
    int GetCaller(int owner, int day)
    {
        for (var i = 0; i < coordinators.Length; i++)
        {
            var candidate = (owner + i) % coordinators.Length;
            if (IsPresent(candidate, day)) return candidate;
        }

        return owner;
    }

    void Look(int coordinator)
    {
        var c = coordinators[coordinator];
        if (c.NextLook != now) return;
        c.NextLook = Coordinator.Never;
        var day = frame.Clock.DayAt(now);
        if (!frame.StaffHours.IsOpen(now))
        {
            LookAt(coordinator, frame.StaffHours.NextOpen(now));
            return;
        }

        if (!IsPresent(coordinator, day))
        {
            LookAt(coordinator, GetNextMorning(day));
            return;
        }

        if (c.Today != day) BeginDay(c, day);
        if (c.PhoneSeconds >= people.Coordinators.PhoneMinutesADay * 60L)
        {
            LookAt(coordinator, GetNextMorning(day));
            return;
        }

        if (FindCall(coordinator, day, out var calls, out var owner, out var next))
        {
            calls!.TryPeek(projects, out var project, out _);
            calls.RemoveFirst();
            c.BusyUntil = now + Call(projects[project]!, GetActor(coordinator, owner), c);
            LookAt(coordinator, c.BusyUntil);
        }
        else
        {
            LookAt(coordinator, Math.Min(next, GetNextMorning(day)));
        }
    }

    long GetNextMorning(int day)
    {
        // A day and six hours after the hour at which the day began is within the next day, also in the nights of the clock change.
        var at = now;
        while (frame.Clock.DayAt(at) == day) at += AnHour - (at % AnHour);
        return frame.StaffHours.NextOpen(at);
    }

    void BeginDay(Coordinator c, int day)
    {
        EndDay(c);
        (c.Today, c.Calls, c.PhoneSeconds) = (day, 0, 0);
        figures[Figure.CoordinatorDays]++;
        figures[Figure.PhoneCapacitySeconds] += people.Coordinators.PhoneMinutesADay * 60L;
    }

    void EndDay(Coordinator c)
    {
        if (c.Today < 0) return;
        figures.CallsADay.Count(c.Calls);
        if (c.PhoneSeconds >= people.Coordinators.PhoneMinutesADay * 60L) figures[Figure.FullDays]++;
    }

    /// <summary>The most urgent call that may be made now: an appointment, else the one that is due longest.</summary>
    /// <param name="coordinator">Who calls.</param>
    /// <param name="day">Today.</param>
    /// <param name="found">The queue whose first call it is; null when there is none.</param>
    /// <param name="owner">Whose project it is.</param>
    /// <param name="next">When there is none: from when there may be one.</param>
    bool FindCall(int coordinator, int day, out CallQueue? found, out int owner, out long next)
    {
        (found, owner, next) = (null, -1, Coordinator.Never);
        var best = Coordinator.Never;
        for (var i = 0; i < coordinators.Length; i++)
        {
            if (i != coordinator && GetCaller(i, day) != coordinator) continue;
            var c = coordinators[i];
            Consider(c.Appointments, c.Appointments.TryPeek(projects, out _, out var agreed) ? agreed : Coordinator.Never, agreed - frame.End, i, ref found, ref owner, ref best, ref next);
            ConsiderWithin(frame.CompanyHours, c.Companies, i, ref found, ref owner, ref best, ref next);
            ConsiderWithin(frame.PersonHours, c.Persons, i, ref found, ref owner, ref best, ref next);
        }

        return found is not null;
    }

    void ConsiderWithin(Hours.HourTable hours, CallQueue calls, int owner, ref CallQueue? found, ref int foundOwner, ref long best, ref long next)
    {
        if (!calls.TryPeek(projects, out _, out var dueAt)) return;
        Consider(calls, hours.NextOpen(Math.Max(dueAt, now)), dueAt, owner, ref found, ref foundOwner, ref best, ref next);
    }

    void Consider(CallQueue calls, long possibleAt, long urgency, int owner, ref CallQueue? found, ref int foundOwner, ref long best, ref long next)
    {
        if (possibleAt > now)
        {
            next = Math.Min(next, possibleAt);
        }
        else if (urgency < best)
        {
            (found, foundOwner, best) = (calls, owner, urgency);
        }
    }

    Actor GetActor(int coordinator, int owner)
    {
        if (!callers.TryGetValue((coordinator, owner), out var actor))
        {
            actor = callers[(coordinator, owner)] = coordinator == owner
                ? new Actor(Role.Coordinator, GetCoordinatorId(coordinator))
                : new Actor(Role.Coordinator, GetCoordinatorId(coordinator), [GetCoordinatorId(owner)]);
        }

        return actor;
    }

    /// <summary>Makes a call.</summary>
    /// <returns>How many seconds it takes.</returns>
    long Call(SimulatedProject project, Actor actor, Coordinator caller)
    {
        var state = project.State!;
        var (number, planned) = (project.Calls, project.PlannedFor);
        CountCall(project, state, planned);
        project.Calls++;
        project.LastContact = now;
        var reached = DoesAnswer(project, state, number);
        var isRelaunch = state is { Phase: Phase.InFollowUp, Agenda.AgreedCall: null };
        if (isRelaunch) figures[Figure.RelaunchCalls]++;
        RecordCall command;
        if (reached)
        {
            figures[Figure.Conversations]++;
            if (isRelaunch) figures[Figure.RelaunchCallsReached]++;
            if (!project.Reached)
            {
                project.Reached = true;
                figures[Figure.Reached]++;
                figures.AttemptsToReach.Count(number + 1);
            }

            command = SayByPhone(project, state, actor);
            Sign(project);
        }
        else
        {
            project.MissedCalls++;
            project.Unanswered++;
            command = new RecordCall(
                project.NumberWrong ? CallOutcome.WrongNumber : project.Draws.Happens(0.6, Purpose.Voicemail, number) ? CallOutcome.Voicemail : CallOutcome.NoAnswer,
                At(now));
        }

        var minutes = reached ? people.Coordinators.ConversationMinutes : people.Coordinators.MissedCallMinutes;
        var seconds = Math.Max(30, (long)(minutes * 60));
        caller.Calls++;
        caller.PhoneSeconds += seconds;
        figures[Figure.PhoneSeconds] += seconds;
        Give(project, command, actor);

        // A call that leaves its plan as it was is made again on the next day.
        if (project.State is { Next.Kind: ActionKind.Call } after && project.QueuedAs != SimulatedProject.NotQueued && project.PlannedFor == planned && project.QueuedAs <= now)
        {
            project.QueuedAs = now + Day;
            Enqueue(project, after);
        }

        return seconds;
    }

    bool DoesAnswer(SimulatedProject project, Project state, int number)
    {
        if (project.NumberWrong) return false;
        var phone = people.Phone;
        if (state.Agenda.AgreedCall is not null) return project.Draws.Happens(phone.AppointmentKeptShare, Purpose.Reached, number);
        if (project.Never) return false;
        return project.Draws.Happens(GetChance(phone.ByHour[frame.Clock.HourAt(now)] * phone.ByWeekday[frame.Clock.WeekdayAt(now)], project, state), Purpose.Reached, number);
    }

    double GetChance(double chance, SimulatedProject project, Project state)
    {
        for (var i = 0; i < project.MissedCalls; i++) chance *= people.Phone.AttemptFactor;
        if (state.Phase == Phase.AwaitingValidation)
        {
            var delay = frame.HoursOf(state.ClientType).OpenBetween(project.LastSign, now) / (double)AnHour;
            chance *= people.Phone.DelayFloor + ((1 - people.Phone.DelayFloor) * people.Phone.DelayHalf / (people.Phone.DelayHalf + delay));
        }

        return chance;
    }

    void CountCall(SimulatedProject project, Project state, long planned)
    {
        figures[Figure.Calls]++;
        var hours = frame.HoursOf(state.ClientType);
        if (hours.OpenBetween(planned, now) > AnHour) figures[Figure.LateCalls]++;
        if (project.Calls > 0) return;
        figures[Figure.Called]++;
        figures.FirstCall.Count(hours.OpenBetween(project.ArrivedAt, now) / 300);
    }
}
