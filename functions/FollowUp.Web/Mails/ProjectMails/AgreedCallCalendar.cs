using System.Diagnostics;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The agreed call as an iCalendar attachment (RFC 5545) for the client's own calendar.</summary>
static class AgreedCallCalendar
{
    static readonly NodaTime.Duration Length = NodaTime.Duration.FromMinutes(20);

    public static string Format(MailContext mail, string replyTo)
    {
        var at = CallAgreedMail.GetAgreedTime(mail);
        var appointment = new CalendarEvent
        {
            // One UID per project and generation: a call that is moved replaces the appointment in the client's calendar.
            Uid = $"{mail.Project.Id}.{mail.Project.Generation}@{mail.Department.ReplyDomain}",
            Sequence = (int)mail.Message.CausedBy,
            DtStamp = Utc(mail.Message.CausedAt),
            Start = Utc(at),
            End = Utc(at + Length),
            Summary = mail.Say($"Appel de {mail.Signatory} : {mail.PlainTitle}", $"Call from {mail.Signatory}: {mail.PlainTitle}"),
            Description = mail.Say(
                $"{mail.Signatory} ({mail.Department.DepartmentName}) vous appelle au sujet de votre projet.",
                $"{mail.Signatory} ({mail.Department.DepartmentName}) calls you about your project."),
            Status = "CONFIRMED",

            // A published event must have an organizer (RFC 5546, 3.2.1).
            Organizer = new Organizer($"mailto:{replyTo}") { CommonName = mail.Signatory },
        };
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//FollowUp//Suivi Projet//FR" };
        calendar.Events.Add(appointment);
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new UnreachableException("The serializer returns text for a calendar with an event.");
    }

    static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}
