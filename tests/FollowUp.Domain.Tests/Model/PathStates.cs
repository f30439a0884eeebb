using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The states of the path document.</summary>
enum PathState
{
    Reaching,
    InformationAsked,
    InformationGiven,
    NumberAsked,
    LastMailSent,
    Relaunching,
    Warned,
    Asleep,
    ApprovalAsked,
    Pause,
    CallAgreed,
    Won,
    Dead,
}

/// <summary>Maps projects to the states of the path document, and gives the texts of these states.</summary>
static class PathStates
{
    public static PathState Of(Project p) => p.WaitingFor switch
    {
        null => p.Phase == Phase.Won ? PathState.Won : PathState.Dead,
        WaitingFor.AgreedCall => PathState.CallAgreed,
        WaitingFor.EndOfSnooze => PathState.Pause,
        WaitingFor.NextAttempt { InformationArrived: true } => PathState.InformationGiven,
        WaitingFor.NextAttempt => PathState.Reaching,
        WaitingFor.RightNumber => PathState.NumberAsked,
        WaitingFor.Information => PathState.InformationAsked,
        WaitingFor.AnswerToLastMail => PathState.LastMailSent,
        WaitingFor.NextRelaunch => PathState.Relaunching,
        WaitingFor.AnswerToWarning => PathState.Warned,
        WaitingFor.NextQuarter => PathState.Asleep,
        WaitingFor.ClosingApproval => PathState.ApprovalAsked,

        // The question of another project lies over the step.
        WaitingFor.Continuation => Of(p with { ContinuationAskedAt = null }),

        // The call after a pause is a call of the step under it.
        WaitingFor.CallAfterSnooze => Of(p with { Agenda = p.Agenda with { CallAfterPause = null } }),
        _ => throw new UnreachableException($"No rule for {p.WaitingFor.GetType().Name}."),
    };

    public static string GetName(PathState place) => place switch
    {
        PathState.Reaching => "Awaiting validation: reaching the client",
        PathState.InformationAsked => "Awaiting validation: information asked",
        PathState.InformationGiven => "Awaiting validation: information given",
        PathState.NumberAsked => "Awaiting validation: right number asked",
        PathState.LastMailSent => "Awaiting validation: last mail sent",
        PathState.Relaunching => "In follow-up: relaunching",
        PathState.Warned => "In follow-up: warned",
        PathState.Asleep => "Dormant: asleep",
        PathState.ApprovalAsked => "Dormant: approval asked",
        PathState.Pause => "On a pause",
        PathState.CallAgreed => "A call is agreed",
        PathState.Won => "Won",
        _ => "Dead",
    };

    public static string GetExplanation(PathState place) => place switch
    {
        PathState.Reaching => "The client was not reached yet. Calls follow the cadence, at different half-days; after some of them a mail says \"we tried to reach you\". A client who may not be called gets only those mails.",
        PathState.InformationAsked => "The client was reached, but information is missing for a verdict. A mail asks for it; after five working days without an answer the calls start again.",
        PathState.InformationGiven => "The client sent the missing information; a call discusses it.",
        PathState.NumberAsked => "The number is wrong. It is not called again; a mail asks for the right one at once, and a last one after five working days.",
        PathState.LastMailSent => "Every attempt failed, or the right number did not come. After five working days without an answer the project is closed as unreachable, without staff.",
        PathState.Relaunching => "The project is serious. Relaunches by email and phone follow the cadence; any sign of life restarts it.",
        PathState.Warned => "Four contacts got no answer and the warning was sent. Without an answer to it the project becomes dormant.",
        PathState.Asleep => "The client is silent, the project is not dead. A light mail is sent every quarter, up to 24 months; one sign of life wakes the project.",
        PathState.ApprovalAsked => "Dormant for 24 months, or another quarter since. Staff are asked whether to close the project; without an answer in ten working days it stays dormant.",
        PathState.Pause => "Asked for by the client or set by staff, in any open state. During it the project does not age and is not closed. At its end the client is relaunched once, or called if the project awaits validation or the client accepts no mails.",
        PathState.CallAgreed => "The client asked for a call, in any open state. The agreed time is kept even outside the hours, and nothing else happens without a command until the call was made.",
        PathState.Won => "Names the provider and, where known, the amount. A closing can be undone for ten minutes; no message leaves before that.",
        _ => "Names one of the nine reasons. It can be undone for ten minutes; later, a reopened project is a new generation of the same project.",
    };

    public static string GetPhase(PathState place) => place switch
    {
        <= PathState.LastMailSent => nameof(Phase.AwaitingValidation),
        <= PathState.Warned => nameof(Phase.InFollowUp),
        <= PathState.ApprovalAsked => nameof(Phase.Dormant),
        _ => place.ToString(),
    };

    public static string GetPhaseName(PathState place) => GetName(place).Split(": ")[0];

    /// <summary>A set of states in words.</summary>
    public static string Format(SortedSet<PathState> places) => Enum.GetValues<PathState>().Except(places).ToList() switch
    {
        [] => "anywhere",
        [PathState.Won, PathState.Dead] => "wherever it is open",
        _ when places.SetEquals([PathState.Won, PathState.Dead]) => "once it is closed",
        { Count: < 5 } but => $"anywhere but in: {string.Join(", ", but.Select(GetName))}",
        _ => $"in: {string.Join(", ", places.Select(GetName))}",
    };

    /// <summary>Who makes a transition, for the arrows of the diagram.</summary>
    public static string GetActorName(string move) => move.Split(':')[0] switch
    {
        "time passes" => "time",
        "call" or "call back" => "call",
        "client" => "client",
        "website" => "website",
        "mail service" => "mail service",
        _ => "staff",
    };
}
