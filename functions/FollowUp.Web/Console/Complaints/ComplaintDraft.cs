using FollowUp.Application.Complaints;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console.Complaints;

/// <summary>Proposes an answer from the file, in the language of who complains. The manager changes it as they like.</summary>
static class ComplaintDraft
{
    /// <param name="file">The file, in any language: only its facts are used.</param>
    public static string Write(ComplaintFile file, Language language, WorkingCalendar calendar)
    {
        string Say(string french, string english) => language.Pick(french, english);
        string Day(NodaTime.Instant at) => calendar.DateOf(at).FormatLongDay(language);
        var paragraphs = new List<string>
        {
            Say(
                $"vous nous avez écrit le {Day(file.Complaint.At)}. J’ai relu tout ce qui a été fait, pièce par pièce.",
                $"You wrote to us on {Day(file.Complaint.At)}. I went through all that was done, entry by entry.").Capitalize(language),
        };
        if (file.Project is { } view)
        {
            var (id, mails) = (view.Project.Id, file.Messages.Length);
            var made = file.Calls.Count(line => line.Event is CallMissed or ClientReached { Direction: Domain.Projects.Commands.CallDirection.Outbound });
            paragraphs.Add(Say(
                $"Le projet n° {id} est arrivé le {Day(view.Timeline[0].At)}. Appels passés depuis : {made} ; mails envoyés : {mails}.",
                $"Project no. {id} arrived on {Day(view.Timeline[0].At)}. Calls made since: {made}; emails sent: {mails}."));
            if (file.CallsOutsideRules.Count() is var outside and > 0)
            {
                paragraphs.Add(Say(
                    $"Appels hors des heures ou des plafonds que nous nous imposons : {outside}. Je vous en présente nos excuses.",
                    $"Calls outside the hours or caps that we set ourselves: {outside}. I apologise for this."));
            }

            foreach (var late in file.Promises.Where(p => p.KeptAt > p.DueAt))
            {
                paragraphs.Add(Say(
                    $"Nous devions le faire avant le {Day(late.DueAt)}, et l’avons fait le {Day(late.KeptAt!.Value)} : {late.What.French.ToLowerInvariant()}. Ce retard est le nôtre.",
                    $"This was due by {Day(late.DueAt)} and was done on {Day(late.KeptAt!.Value)}: {late.What.English.ToLowerInvariant()}. The delay is ours."));
            }
        }

        paragraphs.Add(ComplaintText.Charter[1].In(language));
        paragraphs.Add(Say("[Votre réponse sur le fond]", "[Your answer on the matter itself]"));
        return string.Join("\n\n", paragraphs);
    }
}
