using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>Sentences about a project for its client, in the second person.</summary>
/// <param name="Name">Gives a provider's name by its id.</param>
/// <param name="Coordinator">The name of the coordinator in charge, else of the department.</param>
public sealed record ClientText(DateTimeText Days, Func<string, string> Name, string Coordinator)
{
    /// <summary>What the client did; null for events that are not the client's.</summary>
    public string? Describe(Event e) => e switch
    {
        ClientAnswered a => DescribeAnswer(a),
        NumberCorrected => Say("vous avez corrigé votre numéro de téléphone", "you corrected your phone number"),
        InformationGiven => Say("vous avez envoyé vos précisions", "you sent your details"),
        CallAgreed a => Say($"un appel est convenu le {Days.FormatDateTime(a.At)}", $"a call is agreed for {Days.FormatDateTime(a.At)}"),
        ChannelClosed { Channel: Channel.Mail } => Say("vous ne souhaitez plus recevoir de mails", "you want no more emails"),
        ChannelClosed => Say("vous ne souhaitez plus être appelé", "you want no more calls"),
        _ => null,
    };

    /// <summary>What the client can expect next.</summary>
    public string DescribeNext(Project project) => project.Next is not { } next
        ? project.IsOpen ? Say("Nous attendons un signe de votre part.", "We await a word from you.") : Say("Rien n’est plus prévu.", "Nothing more is planned.")
        : next switch
        {
            { Kind: ActionKind.Call, Why.Code: not ReasonCode.AgreedCall } when project.InCharge is null => Say(
                "Votre projet est enregistré. Il sera confié à une personne du service.",
                "Your project is recorded. It will be given to a member of the department."),
            { Kind: ActionKind.Call } when next.DueAt <= Days.Now => Say(
                $"{Coordinator} vous appelle dès que possible.", $"{Coordinator} will call you as soon as possible."),
            { Kind: ActionKind.Call, Why.Code: ReasonCode.AgreedCall } => Say(
                $"{Coordinator} vous appelle le {Days.FormatDateTime(next.DueAt)}, comme convenu.",
                $"{Coordinator} will call you on {Days.FormatDateTime(next.DueAt)}, as agreed."),
            { Kind: ActionKind.Call } => Say(
                $"{Coordinator} vous appelle le {Days.FormatDate(next.DueAt)}.", $"{Coordinator} will call you on {Days.FormatDate(next.DueAt)}."),
            { Kind: ActionKind.Mail, Why.Code: ReasonCode.EndOfSnooze } => Say(
                $"Votre projet est en pause. Nous vous écrivons le {Days.FormatDate(next.DueAt)}.",
                $"Your project is paused. We write to you on {Days.FormatDate(next.DueAt)}."),
            { Kind: ActionKind.Mail } => Say(
                $"Nous vous écrivons le {Days.FormatDate(next.DueAt)} pour prendre des nouvelles.",
                $"We write to you on {Days.FormatDate(next.DueAt)} to hear how it goes."),
            { Kind: ActionKind.Approve, Why.Code: ReasonCode.LeftAloneElsewhere } => Say(
                "Vous nous avez demandé de vous laisser tranquille : nous ne vous relançons plus. Dites-nous si ce projet vous intéresse encore.",
                "You asked us to leave you alone: we no longer contact you by ourselves. Tell us if you still want this project."),
            { Kind: ActionKind.Approve } => Say(
                "Sans nouvelles de votre part, nous envisageons de clore votre projet.",
                "Having heard nothing from you, we are thinking of closing your project."),
            { Why.Code: ReasonCode.AwaitingInformation } => Say(
                $"Nous attendons vos précisions jusqu’au {Days.FormatDate(next.DueAt)}.",
                $"We await your details until {Days.FormatDate(next.DueAt)}."),
            { Why.Code: ReasonCode.LastChanceBeforeUnreachable } => Say(
                $"Sans nouvelles de votre part d’ici au {Days.FormatDate(next.DueAt)}, votre projet sera clos.",
                $"If we do not hear from you by {Days.FormatDate(next.DueAt)}, your project will be closed."),
            { Why.Code: ReasonCode.AwaitingAnswerToWarning } => Say(
                $"Sans nouvelles de votre part d’ici au {Days.FormatDate(next.DueAt)}, votre projet sera mis en sommeil.",
                $"If we do not hear from you by {Days.FormatDate(next.DueAt)}, your project will be put on hold."),
            _ => Say("Nous attendons un signe de votre part.", "We await a word from you."),
        };

    /// <summary>How the project ended.</summary>
    public string DescribeOutcome(Outcome outcome) => outcome switch
    {
        { IsWon: true, Provider: { } provider } => Say(
            $"Vous avez choisi {Name(provider)}. Bonne réalisation !", $"You chose {Name(provider)}. All the best with your project!"),
        { Reason: DeathReason.NotSerious } => Say(
            "Votre projet n’a pas été validé.", "Your project was not validated."),
        { Reason: DeathReason.Duplicate } => Say(
            "Ce projet faisait double emploi avec un autre.", "This project was posted twice."),
        { Reason: DeathReason.Unreachable } => Say(
            "Votre projet a été clos : nous n’avons pas réussi à vous joindre.", "Your project was closed: we could not reach you."),
        { Reason: DeathReason.NoSignOfLife } => Say(
            "Votre projet a été clos après un long silence.", "Your project was closed after a long silence."),
        { Reason: DeathReason.Abandoned } => Say("Vous avez renoncé à ce projet.", "You dropped this project."),
        { Reason: DeathReason.ChoseElsewhere } => Say(
            "Vous avez choisi un prestataire en dehors de notre site.", "You chose a provider outside our website."),
        { Reason: DeathReason.RefusedContact } => Say(
            "Vous ne souhaitez plus être contacté : nous ne vous écrivons plus.", "You asked us to stop contacting you: we no longer write to you."),
        { Reason: DeathReason.Erased } => Say("Vos données ont été effacées.", "Your data were erased."),

        // The client is not told of a suspicion.
        { Reason: DeathReason.SuspectedBypass or null } => Say("Votre projet est clos.", "Your project is closed."),
        _ => throw new UnreachableException($"No rule for {outcome.Reason}."),
    };

    string DescribeAnswer(ClientAnswered a) => a.Answer switch
    {
        ClientAnswer.StillLooking => Say("vous cherchez toujours", "you are still looking"),
        ClientAnswer.TalkingTo => Say(
            $"vous échangez avec {Name(a.Provider ?? "?")}", $"you are talking to {Name(a.Provider ?? "?")}"),
        ClientAnswer.Chose => Say($"vous avez choisi {Name(a.Provider ?? "?")}", $"you chose {Name(a.Provider ?? "?")}"),
        ClientAnswer.ChoseElsewhere => Say(
            "vous avez choisi un prestataire en dehors de notre site", "you chose a provider outside our website"),
        ClientAnswer.GaveUp => Say("vous renoncez à ce projet", "you are dropping this project"),
        ClientAnswer.NotNow when a.Until is { } day => Say(
            $"ce n’est pas le moment, à revoir le {day.FormatLongDay(Days.Language)}", $"not now, ask again on {day.FormatLongDay(Days.Language)}"),
        ClientAnswer.NotNow => Say("ce n’est pas le moment", "not now"),
        ClientAnswer.CallMe => Say("vous souhaitez être appelé", "you want a call"),
        ClientAnswer.LeaveMeAlone => Say("vous ne souhaitez plus être contacté", "you want no more contact"),
        _ => throw new UnreachableException($"No rule for {a.Answer}."),
    };

    string Say(string french, string english) => Days.Language.Pick(french, english);
}
