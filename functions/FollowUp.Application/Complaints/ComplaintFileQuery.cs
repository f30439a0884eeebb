using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FollowUp.Application.Integrity;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>Reads the file of a complaint. It changes nothing.</summary>
public sealed partial class ComplaintFileQuery(
    IComplaints complaints, IProjectStore store, IDirectory directory, IAuditLog audit, ProjectQueries projects, ProjectVerifier verifier,
    WorkingCalendar calendar, IEnumerable<IMailbox> mailboxes)
{
    const int MaxMails = 10_000;
    const int MaxAuditEntries = 10_000;

    /// <summary>What the audit log calls a reading of the feed.</summary>
    const string FeedRead = "feed";

    /// <summary>A call within a quarter of an hour of the agreed time is the agreed one.</summary>
    static readonly Duration AppointmentMargin = Duration.FromMinutes(15);

    static readonly Duration AnswerTime = Duration.FromHours(23) + Duration.FromMinutes(59);

    /// <summary>Loads a file with the texts in one language.</summary>
    /// <returns>Null when the complaint is unknown or erased.</returns>
    public async Task<ComplaintFile?> Load(string id, Language language, CancellationToken cancellation = default)
    {
        if (await complaints.Find(id, cancellation) is not { } complaint) return null;
        var deadline = ComplaintTerms.GetAnswerDeadline(complaint.At, calendar);
        var answer = new ComplaintPromise(
            new LocalizedText("Réponse à la réclamation, en dix jours ouvrés", "Answer to the complaint, within ten working days"),
            calendar.At(deadline, LocalTime.Midnight) + AnswerTime, complaint.IsAnswered ? complaint.Handling!.At : null);
        if (complaint.ProjectId is not { } project || await store.Load(project, cancellation) is not { } stored)
        {
            return new ComplaintFile(complaint, deadline, null, null, [], ImmutableDictionary<string, MailboxEntry>.Empty, [], [answer]);
        }

        var view = await projects.Load(stored, language, null, cancellation);
        return new ComplaintFile(
            complaint, deadline, view, await verifier.Verify(project, cancellation),
            [.. (await store.LoadMessages(project, pendingOnly: false, cancellation)).Where(m => m.State == MessageState.Sent && m.Message.Kind != MessageKind.Webhook)],
            await LoadMails(project, language, cancellation),
            [.. (await audit.Read(project, MaxAuditEntries, cancellation)).Where(entry => entry.What == FeedRead).Reverse()],
            [.. await FindPromises(view, cancellation), answer])
        {
            OutsideCalls = OutsideCallRules.Find(view.Timeline, stored.Person, [.. await directory.Cadences(cancellation)], calendar),
        };
    }

    /// <summary>Without the personal links: whoever reads one in a printed file could answer for the client.</summary>
    async Task<ImmutableDictionary<string, MailboxEntry>> LoadMails(string project, Language language, CancellationToken cancellation)
    {
        var withoutLink = new LocalizedText("[lien personnel]", "[personal link]").In(language);
        var mails = ImmutableDictionary.CreateBuilder<string, MailboxEntry>();
        foreach (var mailbox in mailboxes)
        {
            foreach (var mail in await mailbox.List(null, project, MaxMails, cancellation))
            {
                mails[mail.Mail.MessageId] = mail with { Mail = mail.Mail with { Text = PersonalLink().Replace(mail.Mail.Text, withoutLink), Html = "", Links = [] } };
            }
        }

        return mails.ToImmutable();
    }

    /// <summary>An address below <c>/l/</c>, which holds a token.</summary>
    [GeneratedRegex(@"https?://\S+?/l/\S+", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalLink();

    async Task<List<ComplaintPromise>> FindPromises(ProjectView view, CancellationToken cancellation)
    {
        var promises = new List<ComplaintPromise>();
        if (view.Timeline is [{ Event: ProjectSubmitted { MayCall: true } submitted, At: var received }, ..])
        {
            var cadences = await directory.Cadences(cancellation);
            var table = (cadences.FirstOrDefault(c => c.Version == submitted.CadenceVersion) ?? cadences[^1]).For(view.Project.CalledAs);
            promises.Add(new ComplaintPromise(
                new LocalizedText(
                    $"Premier appel, {(int)table.Validation.FirstCallWithin.TotalMinutes} minutes ouvrées après le dépôt",
                    $"First call, {(int)table.Validation.FirstCallWithin.TotalMinutes} open minutes after the submission"),
                calendar.AddWorkingTime(received, table.Validation.FirstCallWithin, table.Calls),
                view.Timeline.Select(line => line.Event switch { CallMissed call => call.At, ClientReached call => call.At, _ => (Instant?)null }).FirstOrDefault(at => at is not null)));
        }

        foreach (var agreed in view.Timeline.Select(line => line.Event).OfType<CallAgreed>())
        {
            promises.Add(new ComplaintPromise(
                new LocalizedText("Appel convenu avec le client", "Call agreed with the client"), agreed.At + AppointmentMargin,
                view.Timeline.Select(line => line.Event switch { CallMissed call => call.At, ClientReached call => call.At, _ => (Instant?)null })
                    .FirstOrDefault(at => at >= agreed.At - AppointmentMargin)));
        }

        foreach (var question in view.Timeline.Select(line => line.Event).OfType<QuestionAsked>())
        {
            var provider = view.TimelineText.ResolveName(question.Provider);
            promises.Add(new ComplaintPromise(
                new LocalizedText($"Réponse à une question de {provider}", $"Answer to a question of {provider}"), question.DueAt,
                view.Timeline.FirstOrDefault(line => line.Event is QuestionAnswered answered && answered.Question == question.Question)?.At));
        }

        return promises;
    }
}
