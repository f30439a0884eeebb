using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Reads the law of contact from the timelines of all projects of a person, naively. It shares no code with the rules.</summary>
sealed class LawReader
{
    static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    readonly ImmutableArray<(string Project, RecordedEvent Entry)> entries;

    LawReader(ImmutableArray<(string, RecordedEvent)> entries) => this.entries = entries;

    public static async Task<LawReader> Read(IStore store, string[] ids)
    {
        var all = ImmutableArray.CreateBuilder<(string, RecordedEvent)>();
        foreach (var id in ids)
        {
            await foreach (var entry in store.Projects.ReadEvents(id)) all.Add((id, entry));
        }

        return new LawReader(all.ToImmutable());
    }

    IEnumerable<Instant> Refusals => entries.Where(e => e.Entry.Event is ChannelClosed { Channel: Channel.Phone }).Select(e => e.Entry.At);

    IEnumerable<(string Project, RecordedEvent Entry, Instant At, string? Call, bool Outside)> Calls => entries.Select(e => e.Entry.Event switch
    {
        CallMissed m => (e.Project, e.Entry, m.At, m.Call, m.OutsideRules),
        ClientReached { Direction: CallDirection.Outbound } r => (e.Project, e.Entry, r.At, r.Call, r.OutsideRules),
        _ => default((string, RecordedEvent, Instant, string?, bool)?),
    }).OfType<(string, RecordedEvent, Instant, string?, bool)>();

    /// <summary>No planned call breaks the cap, the hours, the sixty days, a refusal or the scope of a consent.</summary>
    public void CheckPlan(Project project, Instant now)
    {
        if (!project.IsOpen || project.Next is not { } next) return;
        if (next.Kind == ActionKind.Mail) Assert.True(WantsMails(project.Id, now), $"{project.Id}: a mail is planned to a person who wants none");
        if (next.Kind != ActionKind.Call || next.Why.Code is ReasonCode.AgreedCall or ReasonCode.MissedAppointment) return;

        Assert.True(CountCalls(next.DueAt) < 4, $"{project.Id}: a fifth call in thirty days is planned");
        Assert.True(IsCallHour(next.DueAt), $"{project.Id}: a call is planned at {next.DueAt}");
        var consents = Consents(project).ToList();
        if (Refusals.Any())
        {
            var refused = Refusals.Max();
            Assert.True(next.DueAt >= refused + Duration.FromDays(59), $"{project.Id}: a call is planned within sixty days of a refusal");
            Assert.True(consents.Exists(c => c.Given && c.At > refused), $"{project.Id}: a call is planned after a refusal without a newer consent");
        }

        var later = consents.LastOrDefault(c => c.Scope == ConsentScope.Later);
        var request = consents.LastOrDefault(c => c.Scope == ConsentScope.Request);
        Assert.True(
            later.Given || (project.Phase == Phase.AwaitingValidation && request.Given), $"{project.Id}: a call is planned without a consent of its scope");
    }

    /// <summary>Each call that was made since an earlier reading is flagged when it is against the cap, the hours, a refusal or the scope of the consent.</summary>
    public void CheckFlags(LawReader before)
    {
        var known = before.entries.Select(e => (e.Project, e.Entry.Seq)).ToHashSet();
        foreach (var call in Calls.Where(c => !known.Contains((c.Project, c.Entry.Seq)) && !c.Outside))
        {
            // One conversation is judged by its first outcome.
            if (call.Call is { } id && Calls.Any(c => c.Call == id && (c.Outside || c.Entry != call.Entry))) continue;
            Assert.True(IsCallHour(call.At), $"{call.Project}: a call at {call.At} is not flagged");
            Assert.True(before.CountCalls(call.At) < 4, $"{call.Project}: a fifth call in thirty days is not flagged");
            var refused = before.Refusals.Where(r => r < call.At).ToList();
            Assert.False(
                before.IsValidated(call.Project) && !before.HasLaterConsent() && !HasLaterConsent(),
                $"{call.Project}: a call after the validation on a consent about the request only is not flagged");
            Assert.False(refused.Count > 0 && call.At < refused.Max() + Duration.FromDays(59), $"{call.Project}: a call within sixty days of a refusal is not flagged");
        }

        // Calls at the same instant on several projects are decided one after the other: all above four are flagged.
        foreach (var instant in Calls.Where(c => !known.Contains((c.Project, c.Entry.Seq))).GroupBy(c => c.At))
        {
            var made = instant.Select((c, i) => c.Call ?? $"{i}").Distinct().Count();
            var flagged = instant.Where(c => c.Outside).Select((c, i) => c.Call ?? $"{i}").Distinct().Count();
            Assert.True(flagged >= Math.Min(made, before.CountCalls(instant.Key) + made - 4), $"{made} calls at {instant.Key}: {flagged} flagged");
        }
    }

    /// <summary>One unasked mail a day over all projects, none against a wish, and each message told once.</summary>
    public void CheckMails(ImmutableArray<LawMail> mails)
    {
        var unasked = mails.Where(m => m.Kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
            or MessageKind.LightMail or MessageKind.TriedToReachYou).ToList();
        Assert.All(unasked.GroupBy(m => m.At.InZone(Paris).Date), day => Assert.Single(day.Select(m => m.Message).Distinct()));
        foreach (var mail in unasked)
        {
            Assert.All(mail.Projects, id => Assert.True(WantsMails(id, mail.At), $"{mail.Message} left at {mail.At} to a person who wants no mails"));

            // What a missed call owes leaves two minutes after it, whenever somebody called.
            if (mail.Kind == MessageKind.TriedToReachYou) continue;
            Assert.True(mail.At.InZone(Paris) is { DayOfWeek: not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday), Hour: >= 8 and < 19 }, $"{mail.Message} left at {mail.At}");
        }
    }

    int CountCalls(Instant at) => Calls.Where(c => c.At > at - Duration.FromDays(30) && c.At <= at).Select((c, i) => c.Call ?? $"{i}").Distinct().Count();

    /// <summary>Wishes of the instant of the mail itself are left out: which of the two was first is open.</summary>
    bool WantsMails(string project, Instant at)
    {
        var posted = entries.First(e => e.Project == project).Entry.At;
        return !entries.Any(e => e.Entry.At < at && e.Entry.At >= posted && e.Entry.Event is ChannelClosed { Channel: Channel.Mail, By: ChannelClosedBy.OptOut });
    }

    bool IsValidated(string project) => entries.Any(e => e.Project == project && e.Entry.Event is ProjectValidated);

    /// <summary>Whether the person ever agreed to be called later; a withdrawal is left out, as its order to a call of its instant is open.</summary>
    bool HasLaterConsent() => entries.Any(e => e.Entry.Event is ProjectSubmitted { Consent.Scope: ConsentScope.Later } or ConsentRecorded { Scope: ConsentScope.Later, Given: true });

    IEnumerable<(ConsentScope Scope, bool Given, Instant At)> Consents(Project project) => entries.SelectMany(e => e.Entry.Event switch
    {
        ProjectSubmitted { Consent: { } consent } s when consent.Scope == ConsentScope.Later || s.ProjectId == project.Id => [(consent.Scope, true, consent.At)],
        ConsentRecorded c => new[] { (c.Scope, c.Given, c.At) },
        _ => [],
    }).OrderBy(c => c.Item3);

    static bool IsCallHour(Instant at) => at.InZone(Paris) is
    {
        DayOfWeek: not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday), Hour: (>= 10 and < 13) or (>= 14 and < 20),
    };
}
