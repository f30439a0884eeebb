using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The agreed call as an iCalendar attachment (RFC 5545), so that it stands in the client's own diary.</summary>
static class AgreedCallCalendar
{
    static readonly NodaTime.Duration Length = NodaTime.Duration.FromMinutes(20);

    public static string Format(MailContext m, string replyTo)
    {
        var at = CallAgreedMail.GetAgreedTime(m);
        var appointment = new CalendarEvent
        {
            // One appointment a project and generation: a call that moves moves it in the diary too.
            Uid = $"{m.Project.Id}.{m.Project.Generation}@{m.Department.ReplyDomain}",
            Sequence = (int)m.Message.CausedBy,
            DtStamp = Utc(m.Message.CausedAt),
            Start = Utc(at),
            End = Utc(at + Length),
            Summary = m.Say($"Appel de {m.Signatory} : {m.PlainTitle}", $"Call from {m.Signatory}: {m.PlainTitle}"),
            Description = m.Say(
                $"{m.Signatory} ({m.Department.DepartmentName}) vous appelle au sujet de votre projet.",
                $"{m.Signatory} ({m.Department.DepartmentName}) calls you about your project."),
            Status = "CONFIRMED",

            // Whoever publishes an appointment names its organizer (RFC 5546, 3.2.1).
            Organizer = new Organizer($"mailto:{replyTo}") { CommonName = m.Signatory },
        };
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//FollowUp//Suivi Projet//FR" };
        calendar.Events.Add(appointment);
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("A calendar with one event has a text.");
    }

    static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}
