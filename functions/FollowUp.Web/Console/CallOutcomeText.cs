using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console;

/// <summary>The outcomes of a call that the console offers, and their labels.</summary>
static class CallOutcomeText
{
    public static readonly IReadOnlyList<CallOutcome> NotReachedOutcomes =
        [CallOutcome.NoAnswer, CallOutcome.Voicemail, CallOutcome.Busy, CallOutcome.WrongNumber];

    static readonly IReadOnlyList<CallOutcome> OutcomesInAnyPhase =
    [
        CallOutcome.CallBack, CallOutcome.NotNow, CallOutcome.Chose, CallOutcome.ChoseElsewhere, CallOutcome.GaveUp, CallOutcome.DoNotCall,
        CallOutcome.RefusesContact,
    ];

    /// <summary>The outcomes that a colleague may record when the client calls.</summary>
    public static readonly IReadOnlyList<CallOutcome> ColleagueOutcomes =
        [CallOutcome.StillLooking, CallOutcome.TalkingTo, CallOutcome.CallBack, CallOutcome.NotNow, CallOutcome.DoNotCall];

    /// <summary>The outcomes that the form offers for a reached client in this phase. The decider refuses those that a project does not allow.</summary>
    public static IEnumerable<CallOutcome> ReachedOutcomes(Phase phase) => phase == Phase.AwaitingValidation
        ? [CallOutcome.Serious, CallOutcome.NeedsInformation, CallOutcome.NotSerious, .. OutcomesInAnyPhase]
        : [CallOutcome.StillLooking, CallOutcome.TalkingTo, .. OutcomesInAnyPhase];

    public static LocalizedText Name(CallOutcome outcome) => outcome switch
    {
        CallOutcome.NoAnswer => new("Pas de réponse", "No answer"),
        CallOutcome.Voicemail => new("Messagerie", "Voicemail"),
        CallOutcome.Busy => new("Occupé", "Busy"),
        CallOutcome.WrongNumber => new("Mauvais numéro", "Wrong number"),
        CallOutcome.Serious => new("Sérieux, à valider", "Serious: validate"),
        CallOutcome.NotSerious => new("Pas sérieux", "Not serious"),
        CallOutcome.NeedsInformation => new("Il manque des informations", "Information is missing"),
        CallOutcome.CallBack => new("À rappeler", "Call back"),
        CallOutcome.RefusesContact => new("Refuse tout contact", "Refuses any contact"),
        CallOutcome.DoNotCall => new("Ne veut plus d’appels", "Wants no more calls"),
        CallOutcome.StillLooking => new("Cherche toujours", "Still looking"),
        CallOutcome.TalkingTo => new("En discussion avec…", "Talking to…"),
        CallOutcome.Chose => new("A choisi…", "Chose…"),
        CallOutcome.ChoseElsewhere => new("A choisi hors du site", "Chose outside the website"),
        CallOutcome.GaveUp => new("Renonce", "Gave up"),
        CallOutcome.NotNow => new("Pas maintenant", "Not now"),
        _ => throw new UnreachableException($"No rule for {outcome}."),
    };
}
