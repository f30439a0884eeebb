using System.Collections.Immutable;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>
/// One mail for a person whose relaunches about several projects are due on one day. The first message that is due claims the day for all of them and
/// its mail tells them all; the others are marked as sent with it. Thread-safe, also across processes.
/// </summary>
public sealed class CommonMails(IProjectStore store, UnaskedMailDays days, PolicyLoader policies)
{
    /// <summary>How long a message waits that the mail of another project tells, while that mail is on its way.</summary>
    static readonly Duration LookAgainAfter = Duration.FromMinutes(10);

    /// <summary>How long a project takes to create a relaunch that is due.</summary>
    static readonly Duration ShortWait = Duration.FromMinutes(1);

    /// <summary>A common mail names no more projects; the rest gets a mail on another day.</summary>
    const int MaxProjects = 5;

    /// <summary>What an unasked message may do now.</summary>
    /// <param name="project">Its project.</param>
    /// <param name="person">The person as just loaded.</param>
    /// <param name="entry">The message.</param>
    /// <param name="now">The time of the attempt.</param>
    /// <param name="cancellation">Cancels the reads and writes.</param>
    internal async ValueTask<UnaskedMailTurn> GetTurn(Project project, Person person, OutboxEntry entry, Instant now, CancellationToken cancellation)
    {
        var day = policies.Calendar.DateOf(now);
        string? dropped = null;
        if (person.UnaskedMail is { } taken && taken.Day == day && taken.With.Contains(entry.Message.Id))
        {
            var lead = await Find(taken.Message, cancellation);
            switch (lead?.State)
            {
                case MessageState.Sent:
                    return new UnaskedMailTurn.Told();
                case MessageState.Pending or MessageState.Sending:
                    return new UnaskedMailTurn.Later(now + LookAgainAfter, DeliveryNotes.InCommonMail);
                default:
                    dropped = taken.Message;
                    break;
            }
        }

        if (await FindOpening(project, entry, now, cancellation) is { } opening)
        {
            return new UnaskedMailTurn.Later(opening, DeliveryNotes.OutsideHours);
        }

        var others = person.OpenProjectsExcept(project.Id).ToList();
        var companions = ImmutableArray<CommonMailPart>.Empty;
        if (others.Count > 0 && (person.UnaskedMail is not { } own || own.Day < day || dropped is not null))
        {
            var known = await LoadOthers(others, person, now, cancellation);
            if (await FindLaterToday(project, known, entry, now, cancellation) is { } later)
            {
                return new UnaskedMailTurn.Later(later, DeliveryNotes.InCommonMail);
            }

            companions = await FindDue(project, known, now, cancellation);
        }

        var wanted = new MailDay(day, entry.Message.Id) { With = [.. companions.Select(c => c.Entry.Message.Id)] };
        var (claim, nextDay) = await days.Claim(project, wanted, dropped, person, cancellation);
        return claim is null ? new UnaskedMailTurn.Later(nextDay!.Value, DeliveryNotes.OtherMailToday)
            : new UnaskedMailTurn.Send(claim == wanted ? companions : await Restore(claim, person, now, cancellation));
    }

    /// <summary>
    /// When a mail that an outage held up leaves: within the mail hours, as if it were decided now. Null within them, and for what a call of the day owes.
    /// </summary>
    async ValueTask<Instant?> FindOpening(Project project, OutboxEntry entry, Instant now, CancellationToken cancellation)
    {
        if (entry.Message.Kind == MessageKind.TriedToReachYou)
        {
            return null;
        }

        var opening = policies.Calendar.NextOpen(now, (await policies.Load(project.InCharge, cancellation)).TableFor(project).Mails).At;
        return opening > now ? opening : null;
    }

    /// <summary>Marks the messages that a mail told as sent. It may be repeated.</summary>
    internal async Task MarkTold(ImmutableArray<CommonMailPart> parts, Instant now)
    {
        foreach (var part in parts)
        {
            // Not cancelled: a message that was told and not marked is told again.
            await store.UpdateMessage(part.Entry with { State = MessageState.Sent, DueAt = now, Note = DeliveryNotes.InCommonMail }, CancellationToken.None);
        }
    }

    async ValueTask<ImmutableArray<Project>> LoadOthers(List<PersonProject> others, Person person, Instant now, CancellationToken cancellation)
    {
        var known = ImmutableArray.CreateBuilder<Project>();
        foreach (var other in others.Take(MaxProjects - 1))
        {
            if (await store.Load(other.Id, cancellation) is { Project: { IsOpen: true } loaded })
            {
                known.Add(PersonRules.WithCurrentContact(person, loaded, now));
            }
        }

        return known.ToImmutable();
    }

    /// <summary>
    /// When the relaunch of another project is due today too and not created yet: the mail waits for it, within the mail hours, so that one mail tells both.
    /// It waits once.
    /// </summary>
    async ValueTask<Instant?> FindLaterToday(
        Project project, ImmutableArray<Project> others, OutboxEntry entry, Instant now, CancellationToken cancellation)
    {
        if (entry.Note == DeliveryNotes.InCommonMail || entry.Message.Kind == MessageKind.TriedToReachYou)
        {
            return null;
        }

        var calendar = policies.Calendar;
        var planned = others
            .Where(p => p.Language == project.Language && p.Contact is { MayMail: true, LeftAloneSince: null } && p.Phase != Phase.AwaitingValidation)
            .Select(p => p.Next)
            .Where(next => next is { Kind: ActionKind.Mail } && calendar.DateOf(next.DueAt) <= calendar.DateOf(now))
            .Select(next => (Instant?)Instant.Max(next!.DueAt, now))
            .Max();
        return planned is { } due && calendar.IsOpen(due + ShortWait, (await policies.Load(project.InCharge, cancellation)).TableFor(project).Mails)
            ? due + ShortWait
            : null;
    }

    async ValueTask<ImmutableArray<CommonMailPart>> FindDue(Project project, ImmutableArray<Project> others, Instant now, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<CommonMailPart>();
        Dossier? own = null;
        foreach (var other in others.Where(p => p.Language == project.Language))
        {
            var due = (await store.LoadMessages(other.Id, pendingOnly: true, cancellation)).LastOrDefault(
                e => (e.DueAt <= now || IsWaiting(e, now)) && MessagePolicy.TakesDay(e.Message) && MessagePolicy.GetObsoleteReason(other, e.Message) is null);
            if (due is null || await store.LoadDossier(other.Id, cancellation) is not { Email: { } address } dossier)
            {
                continue;
            }

            own ??= await store.LoadDossier(project.Id, cancellation);
            if (MailAddress.AreSame(own?.Email, address))
            {
                parts.Add(new CommonMailPart(other, due, dossier));
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>Whether it waits for the mail of another project that is due today.</summary>
    bool IsWaiting(OutboxEntry entry, Instant now) =>
        entry is { State: MessageState.Pending, Note: DeliveryNotes.InCommonMail } && policies.Calendar.DateOf(entry.DueAt) == policies.Calendar.DateOf(now);

    /// <summary>The parts of a claim that a crash left, as far as they are still to be told.</summary>
    async ValueTask<ImmutableArray<CommonMailPart>> Restore(MailDay claim, Person person, Instant now, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<CommonMailPart>();
        foreach (var id in claim.With)
        {
            if (await Find(id, cancellation) is { IsPending: true } entry
                && await store.Load(entry.Message.ProjectId, cancellation) is { Project: var other }
                && MessagePolicy.GetObsoleteReason(PersonRules.WithCurrentContact(person, other, now), entry.Message) is null
                && await store.LoadDossier(other.Id, cancellation) is { } dossier)
            {
                parts.Add(new CommonMailPart(other, entry, dossier));
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>The id of a message begins with that of its project, which may hold dots.</summary>
    async ValueTask<OutboxEntry?> Find(string messageId, CancellationToken cancellation) =>
        messageId.Split('.') is { Length: >= 3 } parts ? await store.FindMessage(string.Join('.', parts[..^2]), messageId, cancellation) : null;
}
