using System.Diagnostics;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Text;

// Calls: who was reached, and what came of it.
public sealed partial record TimelineText
{
    static Instant? GetCallTime(Event e) => e switch
    {
        CallMissed missed => missed.At,
        ClientReached reached => reached.At,
        _ => null,
    };

    string DescribeMissedCall(CallMissed m)
    {
        var outcome = (m.Outcome switch
        {
            CallOutcome.NoAnswer => new LocalizedText("pas de réponse", "no answer"),
            CallOutcome.Voicemail => new("messagerie", "voicemail"),
            CallOutcome.Busy => new("occupé", "busy"),
            CallOutcome.WrongNumber => new LocalizedText("mauvais numéro", "wrong number"),
            _ => throw new UnreachableException($"No rule for {m.Outcome}."),
        }).In(Language);
        var what = m switch
        {
            { SameHalfDay: true, Attempt: > 0 } => Localize(
                $"Tentative n° {m.Attempt}, nouvel appel dans la même demi-journée : {outcome}", $"Attempt no. {m.Attempt}, called again in the same half-day: {outcome}"),
            { SameHalfDay: true } => Localize(
                $"Nouvel appel dans la même demi-journée : {outcome}", $"Called again in the same half-day: {outcome}"),
            { Attempt: > 0 } => Localize($"Tentative n° {m.Attempt} : {outcome}", $"Attempt no. {m.Attempt}: {outcome}"),
            { Relaunch: > 0 } => Localize($"Relance n° {m.Relaunch} par téléphone : {outcome}", $"Relaunch no. {m.Relaunch} by phone: {outcome}"),
            _ => Localize($"Appel : {outcome}", $"Call: {outcome}"),
        };
        return what + (m.CountedElsewhere is true ? Localize(", dans le même appel qu’un autre projet", ", in the same call as another project") : "")
            + (m.MailFollows ? Localize(", un mail part", ", an email follows") : "") + DescribeOutsideRules(m.OutsideRules);
    }

    string DescribeReached(ClientReached r) => r.Outcome switch
    {
        CallOutcome.Serious => Localize("projet sérieux", "the project is serious"),
        CallOutcome.NotSerious => Localize("projet pas sérieux", "the project is not serious"),
        CallOutcome.NeedsInformation => Localize("il manque des informations", "information is missing"),
        CallOutcome.CallBack => Localize("demande à être rappelé", "wants to be called back"),
        CallOutcome.DoNotCall => Localize("ne veut plus d’appels", "wants no more calls"),
        CallOutcome.RefusesContact => DescribeAnswer(ClientAnswer.LeaveMeAlone, null, null),
        CallOutcome.StillLooking => DescribeAnswer(ClientAnswer.StillLooking, null, null),
        CallOutcome.TalkingTo => DescribeAnswer(ClientAnswer.TalkingTo, r.Provider, null),
        CallOutcome.Chose => DescribeAnswer(ClientAnswer.Chose, r.Provider, null),
        CallOutcome.ChoseElsewhere => DescribeAnswer(ClientAnswer.ChoseElsewhere, null, null),
        CallOutcome.GaveUp => DescribeAnswer(ClientAnswer.GaveUp, null, null),
        CallOutcome.NotNow => DescribeAnswer(ClientAnswer.NotNow, null, r.Until),
        _ => throw new UnreachableException($"No rule for {r.Outcome}."),
    };

    string DescribeOutsideRules(bool outside) => outside ? Localize(" (hors des règles de contact)", " (outside the contact rules)") : "";
}
