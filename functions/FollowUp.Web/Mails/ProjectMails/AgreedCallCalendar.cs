using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The agreed call as an iCalendar attachment (RFC 5545) for the client's own calendar.</summary>
static class AgreedCallCalendar
{
    public const string ProductId = "-//FollowUp//Suivi Projet//FR";

    const string Publish = "PUBLISH";
    const string Cancel = "CANCEL";

    public static readonly NodaTime.Duration CallLength = NodaTime.Duration.FromMinutes(20);

    /// <summary>The attachment of a mail; null for a mail that is about no agreed call.</summary>
    /// <param name="replyTo">The address of the organizer.</param>
    public static string? FormatOrNull(MailContext mail, string replyTo) => mail.Message.Kind == MessageKind.CallAgreed
        ? Format(mail, replyTo, CallAgreedMail.GetAgreedTime(mail), Publish)
        : FindCancelled(mail.Project, mail.Message) is { } at ? Format(mail, replyTo, at, Cancel)
        : null;

    /// <summary>The agreed call that the closing of a project cancels: one that was still to come. Null when there is none.</summary>
    static Instant? FindCancelled(Project project, OutboxMessage message) =>
        message.Kind is MessageKind.OutcomeThanks or MessageKind.NotSerious or MessageKind.CallCancelled && project.Agenda.AgreedCall is { } at && at > message.CausedAt ? at : null;

    static string Format(MailContext mail, string replyTo, Instant at, string method)
    {
        var appointment = new CalendarEvent
        {
            // One UID per project and generation: a call that is moved or cancelled replaces the appointment in the client's calendar.
            Uid = $"{mail.Project.Id}.{mail.Project.Generation}@{mail.Department.ReplyDomain}",
            Sequence = (int)mail.Message.CausedBy,
            DtStamp = Utc(mail.Message.CausedAt),
            Start = Utc(at),
            End = Utc(at + CallLength),
            Summary = mail.Say($"Appel de {mail.Signatory} : {mail.PlainTitle}", $"Call from {mail.Signatory}: {mail.PlainTitle}"),
            Description = method == Cancel
                ? mail.Say("Cet appel n’aura pas lieu : le projet est clos.", "This call does not take place: the project is closed.")
                : mail.Say(
                    $"{mail.Signatory} ({mail.Department.DepartmentName}) vous appelle au sujet de votre projet.",
                    $"{mail.Signatory} ({mail.Department.DepartmentName}) calls you about your project."),
            Status = method == Cancel ? "CANCELLED" : "CONFIRMED",

            // A published event must have an organizer (RFC 5546, 3.2.1).
            Organizer = new Organizer($"mailto:{replyTo}") { CommonName = mail.Signatory },
        };
        var calendar = new Calendar { Method = method, ProductId = ProductId };
        calendar.Events.Add(appointment);
        return CalendarLines.Serialize(calendar);
    }

    public static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}
