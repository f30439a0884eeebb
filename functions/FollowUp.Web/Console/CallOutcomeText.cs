using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console;

/// <summary>What may come of a call, as the console offers it.</summary>
static class CallOutcomeText
{
    public static readonly IReadOnlyList<CallOutcome> NotReachedOutcomes =
        [CallOutcome.NoAnswer, CallOutcome.Voicemail, CallOutcome.Busy, CallOutcome.WrongNumber];

    static readonly IReadOnlyList<CallOutcome> OutcomesInAnyPhase =
    [
        CallOutcome.CallBack, CallOutcome.NotNow, CallOutcome.Chose, CallOutcome.ChoseElsewhere, CallOutcome.GaveUp, CallOutcome.DoNotCall,
        CallOutcome.RefusesContact,
    ];

    /// <summary>What a client who was reached may have said, in this phase; the charter has the last word.</summary>
    public static IEnumerable<CallOutcome> ReachedOutcomes(Phase phase) => phase == Phase.AwaitingValidation
        ? [CallOutcome.Serious, CallOutcome.NeedsInformation, CallOutcome.NotSerious, .. OutcomesInAnyPhase]
        : [CallOutcome.StillLooking, CallOutcome.TalkingTo, .. OutcomesInAnyPhase];

    public static bool IsReached(CallOutcome outcome) => !NotReachedOutcomes.Contains(outcome);

    /// <summary>Whether the words beside it are kept as its reason.</summary>
    public static bool HasReason(CallOutcome outcome) => outcome is CallOutcome.NotSerious or CallOutcome.NeedsInformation
        or CallOutcome.ChoseElsewhere or CallOutcome.GaveUp or CallOutcome.RefusesContact or CallOutcome.NotNow;

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
        _ => new("Pas maintenant", "Not now"),
    };

    public static LocalizedText Name(Evidence fact) => fact switch
    {
        Evidence.NeedDescribed => new("besoin décrit", "need described"),
        Evidence.Budget => new("budget", "budget"),
        Evidence.Date => new("date", "date"),
        Evidence.DecisionMaker => new("décideur", "decision maker"),
        _ => new("joint par téléphone", "reached by phone"),
    };

    public static LocalizedText Name(SharedFact fact) => fact switch
    {
        SharedFact.Phase => new("Où en est le projet", "Where the project stands"),
        SharedFact.LastContact => new("Dernier contact", "Last contact"),
        SharedFact.ClientSays => new("Ce que dit le client", "What the client says"),
        _ => new("Date prévue", "Expected date"),
    };
}
