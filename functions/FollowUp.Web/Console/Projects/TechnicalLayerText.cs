using System.Diagnostics;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Web.Links.Fetches;

namespace FollowUp.Web.Console.Projects;

/// <summary>Labels of the technical layer. Texts from the audit log and the outbox are stored codes of this and earlier versions.</summary>
static class TechnicalLayerText
{
    /// <summary>"lien de réponse à une relance, ouvert (GET) par un navigateur", from the code "get relaunch-answer".</summary>
    public static LocalizedText Fetch(AuditEntry entry)
    {
        var (method, purpose) = entry.Code.Split(' ', 2) is [var m, var p] ? (m, p) : ("get", entry.Code);
        var link = Link(purpose);
        var caller = Caller(entry.By);
        return method == "head"
            ? new($"{link.French}, sondé (HEAD) par {caller.French}", $"{link.English}, probed (HEAD) by {caller.English}")
            : new($"{link.French}, ouvert (GET) par {caller.French}", $"{link.English}, opened (GET) by {caller.English}");
    }

    public static LocalizedText Message(OutboxMessage message)
    {
        var kind = Kind(message.Kind);
        return message.EscalationLevel switch
        {
            EscalationLevel.Reminded => new($"{kind.French}, rappel", $"{kind.English}, reminder"),
            EscalationLevel.Escalated => new($"{kind.French}, au responsable", $"{kind.English}, to the manager"),
            EscalationLevel.Asked => kind,
            _ => throw new UnreachableException($"No rule for {message.EscalationLevel}."),
        };
    }

    public static LocalizedText DeliveryState(OutboxEntry entry) => entry.State switch
    {
        MessageState.Sent when entry.Note == DeliveryNotes.InCommonMail => new("envoyé avec un mail sur un autre projet du client", "sent with an email about another project of the client"),
        MessageState.Sent => new("envoi effectué", "sent"),
        MessageState.Dropped => Dropped(entry.Note),
        MessageState.Sending => new("en cours d’envoi", "being sent"),
        MessageState.Pending when entry.Note == DeliveryNotes.MayBeUndone => new("en attente : la décision peut encore être annulée", "waiting: the decision can still be undone"),
        MessageState.Pending when entry.Note == DeliveryNotes.OtherMailToday => new("reporté : un autre mail est parti ce jour-là", "put off: another email left that day"),
        MessageState.Pending when entry.Note == DeliveryNotes.OutsideHours => new("attend les heures d’envoi", "waits for the mail hours"),
        MessageState.Pending when entry.Note == DeliveryNotes.InCommonMail => new("attend de partir avec un autre projet du client", "waits to leave with another project of the client"),
        MessageState.Pending when entry.Attempts == 1 => new("en attente, après une tentative", "waiting, after one attempt"),
        MessageState.Pending when entry.Attempts > 1 => new($"en attente, après {entry.Attempts} tentatives", $"waiting, after {entry.Attempts} attempts"),
        MessageState.Pending => new("prévu", "planned"),
        _ => throw new UnreachableException($"No rule for {entry.State}."),
    };

    static LocalizedText Dropped(string? note) => note switch
    {
        "left-alone" => new("non envoyé : le client ne veut plus être sollicité", "not sent: the client wants to be left alone"),
        "mail-not-wanted" => new("non envoyé : plus de mails à ce client", "not sent: no more emails to this client"),
        "answered" => new("non envoyé : le client a répondu entre-temps", "not sent: the client answered meanwhile"),
        "snoozed" => new("non envoyé : projet en pause", "not sent: project paused"),
        "superseded" => new("non envoyé : un autre l’a remplacé", "not sent: another one took its place"),
        "decided" => new("non envoyé : déjà décidé", "not sent: already decided"),
        "closed" => new("non envoyé : projet clos entre-temps", "not sent: project closed meanwhile"),
        "undone" => new("non envoyé : décision annulée", "not sent: decision taken back"),
        "closing-undone" => new("non envoyé : clôture annulée", "not sent: closing undone"),
        "no-address" => new("non envoyé : pas d’adresse", "not sent: no address"),
        "no-webhook-target" => new("non envoyé : aucun site à prévenir", "not sent: no website to tell"),

        // A delivery's own note, such as an address that was refused.
        _ => new($"non envoyé ({note})", $"not sent ({note})"),
    };

    static LocalizedText Link(string purpose) => purpose switch
    {
        "relaunch-answer" => new("lien de réponse à une relance", "link to answer a relaunch"),
        "call-back-slot" => new("lien de créneau d’appel", "link to pick a call"),
        "missing-information" => new("lien d’informations manquantes", "link for missing information"),
        "approval" => new("lien d’approbation", "link to approve"),
        "unsubscribe" => new("lien de désinscription", "link to unsubscribe"),
        "client-page" => new("page du client", "the client’s page"),
        "undo" => new("lien d’annulation", "link to take back"),
        "sign-in" => new("lien de connexion", "link to sign in"),
        _ => new(purpose, purpose),
    };

    static LocalizedText Caller(string kind) => kind switch
    {
        CallerKind.Browser => new("un navigateur", "a browser"),
        CallerKind.Scanner => new("un filtre de messagerie", "a mail scanner"),
        _ => new("un programme", "a program"),
    };

    static LocalizedText Kind(MessageKind kind) => kind switch
    {
        MessageKind.TriedToReachYou => new("mail « nous avons essayé de vous joindre »", "email “we tried to reach you”"),
        MessageKind.MissingInformation => new("mail d’informations manquantes", "email for missing information"),
        MessageKind.RelaunchFirst => new("première relance", "first relaunch"),
        MessageKind.RelaunchLater => new("relance", "relaunch"),
        MessageKind.RelaunchAfterSnooze => new("relance après une pause", "relaunch after a pause"),
        MessageKind.Warning => new("avertissement avant sommeil", "warning before dormancy"),
        MessageKind.LightMail => new("mail trimestriel", "quarterly email"),
        MessageKind.CallAgreed => new("confirmation d’appel", "confirmation of a call"),
        MessageKind.GoodChances => new("avis de bonnes chances", "good-chances notice"),
        MessageKind.QuestionAnswered => new("réponse à un prestataire", "answer to a provider"),
        MessageKind.QuestionReceived => new("question d’un prestataire", "question from a provider"),
        MessageKind.ProviderHandedOver => new("passage d’un prestataire", "provider handed over"),
        MessageKind.QuestionReceipt => new("accusé de réception au prestataire", "receipt to the provider"),
        MessageKind.QuestionReminder => new("rappel d’une question", "reminder of a question"),
        MessageKind.QuestionOverdue => new("question en retard", "overdue question"),
        MessageKind.ApprovalRequest => new("demande de clôture", "request to close"),
        MessageKind.NotSerious => new("refus motivé", "refusal with its reason"),
        MessageKind.OutcomeThanks => new("remerciement de fin", "thanks at the end"),
        MessageKind.HandOver => new("passage de dossier", "hand-over"),
        MessageKind.Receipt => new("accusé de réception", "receipt"),
        MessageKind.Validated => new("mail de validation", "email of validation"),
        MessageKind.GoodChancesRequest => new("demande d’avis de bonnes chances", "request for a good-chances notice"),
        MessageKind.ReopeningRequest => new("demande de réouverture", "request to reopen"),
        MessageKind.TakeOverRequest => new("demande de reprise", "request to take over"),
        MessageKind.CallCancelled => new("annulation de l’appel convenu", "cancellation of the agreed call"),
        MessageKind.WrittenToClient => new("mail au client", "email to the client"),
        MessageKind.AppointmentMissed => new("excuse pour un rendez-vous manqué", "apology for a missed appointment"),
        MessageKind.ClosingTakenBack => new("clôture annulée par une réponse", "closing taken back by an answer"),
        MessageKind.ReplyReceived => new("réponse du client transmise", "the client’s reply, passed on"),
        MessageKind.Webhook => new("webhook au site", "webhook to the website"),
        _ => throw new UnreachableException($"No rule for {kind}."),
    };
}
