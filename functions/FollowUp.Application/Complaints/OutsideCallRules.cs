using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>
/// Says of each call that the timeline marks as outside the contact rules which rules it broke. The mark is that of the decision; the rules are found again
/// from the timeline, the cadence of that time and the calls of the person's other projects that are still on record. <c>docs/law.md</c> has the sources.
/// </summary>
static class OutsideCallRules
{
    static readonly LocalizedText Hours = new(
        "hors des heures permises, à l’heure du client", "outside the allowed hours, by the client’s clock");

    static readonly LocalizedText HouseHours = new("hors des heures d’appel de la cadence du service", "outside the call hours of the department’s cadence");

    static readonly LocalizedText Quiet = new("pendant les jours sans contact qui suivent un refus d’être appelé", "in the days without contact after a refusal of calls");

    static readonly LocalizedText NoRight = new("sans accord en vigueur, ou après une opposition", "without a consent that holds, or after an objection");

    static readonly LocalizedText LeftAlone = new(
        "alors que le client voulait qu’on le laisse tranquille pour un autre projet", "although the client wanted to be left alone about another project");

    static readonly LocalizedText Category = new(
        "relance par téléphone dans une catégorie de service où la loi l’interdit", "a relaunch by phone in a category of service in which the law forbids it");

    static readonly LocalizedText OnlyForRequest = new(
        "relance par téléphone sur un accord donné pour la demande seulement", "a relaunch by phone on a consent about the request only");

    static readonly LocalizedText HoursArticle = new("Code de la consommation, article D223-9, alinéa 1", "Code de la consommation, article D223-9, paragraph 1");

    static readonly LocalizedText CapArticle = new("Code de la consommation, article D223-9, alinéa 3", "Code de la consommation, article D223-9, paragraph 3");

    static readonly LocalizedText ConsentArticle = new("Code de la consommation, article L223-1", "Code de la consommation, article L223-1");

    static readonly LocalizedText ObjectionArticle = new("RGPD, article 21", "GDPR, article 21");

    /// <summary>The broken rules of all marked calls, oldest first.</summary>
    /// <param name="timeline">The whole timeline, oldest first.</param>
    /// <param name="person">The person over all their projects; null when there is no record.</param>
    /// <param name="cadences">All versions of the cadence.</param>
    /// <param name="calendar">The calendar of the department.</param>
    public static ImmutableArray<OutsideCall> Find(
        ImmutableArray<TimelineLine> timeline, Person? person, ImmutableArray<Cadence> cadences, WorkingCalendar calendar)
    {
        if (timeline is not [{ Event: ProjectSubmitted submitted }, ..])
        {
            return [];
        }

        var policy = new Policy(cadences.ToImmutableDictionary(c => c.Version), cadences[^1].Version, calendar, null, TellsWebsite: false);
        var version = submitted.CadenceVersion;
        var zone = submitted.TimeZone;
        var calledAs = submitted.SoleTrader is true ? ClientType.Person : submitted.ClientType;
        var category = submitted.Category;
        ContactRights? contact = null;
        var isValidated = false;
        Instant? quietUntil = null;
        var calls = new List<(Instant At, string? Call)>();
        var found = ImmutableArray.CreateBuilder<OutsideCall>();
        foreach (var line in timeline)
        {
            switch (line.Event)
            {
                case CadenceTaken taken:
                    version = taken.Version;
                    break;
                case ClientChanged changed:
                    zone = changed.TimeZone;
                    break;
                case ProjectChanged changed:
                    category = changed.Category;
                    break;
                case ProjectValidated:
                    isValidated = true;
                    break;
                case ContactUpdated updated:
                    contact = updated.Contact;
                    break;
                case ChannelClosed { Channel: Channel.Phone, QuietUntil: { } until }:
                    quietUntil = until;
                    break;
                case CallMissed { OutsideRules: true } missed:
                    found.AddRange(Describe(line.Seq, missed.At));
                    break;
                case ClientReached { OutsideRules: true } reached:
                    found.AddRange(Describe(line.Seq, reached.At));
                    break;
            }

            if (GetOutboundCall(line.Event) is { } call)
            {
                calls.Add(call);
            }
        }

        return found.ToImmutable();

        IEnumerable<OutsideCall> Describe(long seq, Instant at)
        {
            var isPerson = submitted.ClientType == ClientType.Person;
            var table = (cadences.FirstOrDefault(c => c.Version == version) ?? cadences[^1]).For(calledAs);
            var rules = new List<(LocalizedText Rule, LocalizedText? Article)>();
            if (!policy.GetCallClock(table, calledAs, zone).ClientCalendar.IsOpen(at, table.Calls))
            {
                rules.Add(isPerson ? (Hours, HoursArticle) : (HouseHours, null));
            }

            if (table.Cap is { } cap && CallRules.GetNextAllowedCall(GetCallsBefore(at), at, cap, calendar) is not null)
            {
                rules.Add((
                    new LocalizedText($"plus de {cap.Calls} appels en {cap.Days} jours, tous projets compris", $"more than {cap.Calls} calls in {cap.Days} days, over all projects"),
                    isPerson ? CapArticle : null));
            }

            if (at < quietUntil)
            {
                rules.Add((Quiet, isPerson ? CapArticle : ObjectionArticle));
            }

            if (contact?.LeftAloneSince is not null)
            {
                rules.Add((LeftAlone, ObjectionArticle));
            }

            if (isValidated && !policy.MayRelaunch(submitted.ClientType, category))
            {
                rules.Add((Category, ConsentArticle));
            }

            if (rules.Count == 0 && isValidated && isPerson && contact is { MayCall: true, MayRelaunchByPhone: false })
            {
                rules.Add((OnlyForRequest, ConsentArticle));
            }

            if (rules.Count == 0)
            {
                rules.Add((NoRight, isPerson ? ConsentArticle : ObjectionArticle));
            }

            return rules.Select(rule => new OutsideCall(seq, at, rule.Rule, rule.Article));
        }

        ImmutableArray<Instant> GetCallsBefore(Instant at) =>
        [
            .. calls.Concat(person?.Calls.Select(call => (call.At, call.Call)) ?? []).Where(call => call.At < at)
                .DistinctBy(call => call.Call ?? call.At.ToString()).Select(call => call.At).Order(),
        ];
    }

    static (Instant At, string? Call)? GetOutboundCall(Event e) => e switch
    {
        CallMissed missed => (missed.At, missed.Call),
        ClientReached { Direction: Domain.Projects.Commands.CallDirection.Outbound } reached => (reached.At, reached.Call),
        _ => null,
    };
}
