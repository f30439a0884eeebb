using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Simulation.Figures;

namespace FollowUp.Simulation.Reports;

/// <summary>The metrics of the report, in their order.</summary>
public static class Metrics
{
    /// <summary>All metrics.</summary>
    public static readonly ImmutableArray<Metric> All =
    [
        Count("submitted", MetricGroup.Funnel, "Projets déposés", "Projects posted", r => r[Figure.Submitted]),
        Share("reached", MetricGroup.Funnel, "Clients joints", "Clients reached", r => r[Figure.Reached], Figure.Submitted),
        Share("validated", MetricGroup.Funnel, "Projets validés", "Projects validated", r => r[Figure.Validated], Figure.Submitted),
        Share("won", MetricGroup.Funnel, "Projets concrétisés", "Projects won", r => r[Figure.Won], Figure.Submitted),
        Share("won-after-a-year", MetricGroup.Funnel, "Concrétisés, parmi les projets d’un an ou plus", "Won, of the projects a year old or older", r => r[Figure.WonEarly], Figure.SubmittedEarly),
        Share("won-late", MetricGroup.Funnel, "Concrétisations après plus d’un an", "Wins after more than a year", r => r[Figure.WonLate], Figure.Won),
        Share("win-known", MetricGroup.Funnel, "Choix d’un prestataire de la plateforme connus", "Choices of a provider of the platform that became known", r => r[Figure.Won], Figure.DecidedForPlatform),
        Share("dead", MetricGroup.Funnel, "Projets morts", "Projects dead", r => r[Figure.Dead], Figure.Submitted),
        Share("went-dormant", MetricGroup.Funnel, "Projets passés en sommeil", "Projects that went dormant", r => r[Figure.WentDormant], Figure.Submitted),
        Share("dormant-at-end", MetricGroup.Funnel, "En sommeil à la fin", "Dormant at the end", r => r[Figure.DormantAtEnd], Figure.Submitted),
        Share("in-follow-up-at-end", MetricGroup.Funnel, "En suivi à la fin", "In follow-up at the end", r => r[Figure.InFollowUpAtEnd], Figure.Submitted),
        new("days-to-won", MetricGroup.Funnel, MetricUnit.Days, new LocalizedText("Jours jusqu’à la concrétisation (médiane)", "Days to the win (median)"), (r, _) => r.DaysToWon.GetPercentile(50)),

        Death(DeathReason.NotSerious, "not-serious", "Pas sérieux", "Not serious"),
        Death(DeathReason.Unreachable, "unreachable", "Injoignable", "Unreachable"),
        Death(DeathReason.Abandoned, "abandoned", "Abandonné", "Abandoned"),
        Death(DeathReason.ChoseElsewhere, "chose-elsewhere", "Autre prestataire, hors plateforme", "Chose elsewhere"),
        Death(DeathReason.RefusedContact, "refused-contact", "Refus de contact", "Refused contact"),
        Death(DeathReason.NoSignOfLife, "no-sign-of-life", "Sans signe de vie", "No sign of life"),

        new("first-call-median", MetricGroup.Calls, MetricUnit.Minutes, new LocalizedText("Premier appel, minutes ouvrées (médiane)", "First call, open minutes (median)"), (r, _) => r.FirstCall.GetPercentile(50) * 5),
        new("first-call-p90", MetricGroup.Calls, MetricUnit.Minutes, new LocalizedText("Premier appel, minutes ouvrées (9 sur 10)", "First call, open minutes (9 in 10)"), (r, _) => r.FirstCall.GetPercentile(90) * 5),
        Share("late-calls", MetricGroup.Calls, "Appels en retard de plus d’une heure ouvrée", "Calls more than an open hour late", r => r[Figure.LateCalls], Figure.Calls),
        Share("reached-at-first-call", MetricGroup.Calls, "Clients joints au premier appel, parmi les clients joints", "Reached at the first call, of the clients reached", r => r.AttemptsToReach.Counts[1], Figure.Reached),
        Share("reached-by-sixth-call", MetricGroup.Calls, "Clients joints au sixième appel au plus tard, parmi les clients joints", "Reached by the sixth call, of the clients reached", r => Sum(r.AttemptsToReach.Counts[1..7]), Figure.Reached),
        Per("calls-a-project", MetricGroup.Calls, "Appels par projet", "Calls a project", r => r[Figure.Calls], Figure.Submitted),
        Share("conversations", MetricGroup.Calls, "Appels qui joignent le client", "Calls that reach the client", r => r[Figure.Conversations], Figure.Calls),
        Share("call-opt-outs", MetricGroup.Calls, "Clients qui refusent les appels", "Clients who refuse calls", r => r[Figure.CallOptOuts], Figure.Submitted),

        Per("calls-a-day", MetricGroup.Capacity, "Appels par suiveur et jour", "Calls a coordinator and day", r => r[Figure.Calls], Figure.CoordinatorDays),
        new("calls-a-day-p90", MetricGroup.Capacity, MetricUnit.Number, new LocalizedText("Appels par suiveur et jour (9 jours sur 10)", "Calls a coordinator and day (9 days in 10)"), (r, _) => r.CallsADay.GetPercentile(90)),
        Share("phone-load", MetricGroup.Capacity, "Temps d’appel utilisé", "Time for calls used", r => r[Figure.PhoneSeconds], Figure.PhoneCapacitySeconds),
        Share("full-days", MetricGroup.Capacity, "Jours où le temps d’appel est épuisé", "Days on which the time for calls is used up", r => r[Figure.FullDays], Figure.CoordinatorDays),
        Per("client-mails-a-day", MetricGroup.Capacity, "Mails aux clients par suiveur et jour", "Mails to clients a coordinator and day", r => r[Figure.ClientMails], Figure.CoordinatorDays),

        Per("client-mails-a-project", MetricGroup.Mails, "Mails au client par projet", "Mails to the client a project", r => r[Figure.ClientMails], Figure.Submitted),
        new("mails-in-busiest-hour", MetricGroup.Mails, MetricUnit.Number, new LocalizedText("Mails dans l’heure la plus chargée", "Mails in the busiest hour"), (r, _) => Max(r.MailsByHour)),
        new("hours-over-quota", MetricGroup.Mails, MetricUnit.Number, new LocalizedText("Heures au-dessus du quota de mails", "Hours above the mail quota"), (r, q) => CountAbove(r.MailsByHour, q.People.Mail.QuotaAnHour)),
        .. Enumerable.Range(1, 6).Select(Answers),
        Share("warning-answers", MetricGroup.Mails, "Réponses à l’avertissement", "Answers to the warning", r => r[Figure.WarningAnswers], Figure.Warnings),
        Share("light-mail-answers", MetricGroup.Mails, "Réponses au mail trimestriel", "Answers to the quarterly mail", r => r[Figure.LightMailAnswers], Figure.LightMails),
        Share("tried-to-reach-answers", MetricGroup.Mails, "Créneaux choisis après « nous avons essayé de vous joindre »", "Times picked after “we tried to reach you”", r => r[Figure.TriedToReachAnswers], Figure.TriedToReachMails),
        Share("relaunch-calls-reached", MetricGroup.Mails, "Relances par téléphone qui joignent le client", "Relaunches by phone that reach the client", r => r[Figure.RelaunchCallsReached], Figure.RelaunchCalls),
        Share("mail-opt-outs", MetricGroup.Mails, "Clients qui refusent les mails", "Clients who refuse mails", r => r[Figure.MailOptOuts], Figure.Submitted),
        Per("good-chances-a-project", MetricGroup.Mails, "Avis « bonnes chances » par projet", "Good-chances notices a project", r => r[Figure.GoodChancesNotices], Figure.Submitted),
    ];

    static Metric Count(string name, MetricGroup group, string french, string english, Func<RunFigures, long> count) =>
        new(name, group, MetricUnit.Number, new LocalizedText(french, english), (r, _) => count(r));

    static Metric Share(string name, MetricGroup group, string french, string english, Func<RunFigures, long> part, Figure whole) =>
        new(name, group, MetricUnit.Share, new LocalizedText(french, english), (r, _) => Divide(part(r), r[whole]));

    static Metric Per(string name, MetricGroup group, string french, string english, Func<RunFigures, long> part, Figure whole) =>
        new(name, group, MetricUnit.Number, new LocalizedText(french, english), (r, _) => Divide(part(r), r[whole]));

    static Metric Death(DeathReason reason, string name, string french, string english) =>
        Share("dead-" + name, MetricGroup.Reasons, french, english, r => r.GetDeaths(reason), Figure.Submitted);

    static Metric Answers(int step) => new(
        $"relaunch-{step}-answers", MetricGroup.Mails, MetricUnit.Share, new LocalizedText($"Réponses à la relance {step} par mail", $"Answers to relaunch {step} by mail"),
        (r, _) => Divide(r.RelaunchAnswers[step - 1], r.RelaunchMails[step - 1]));

    static double? Divide(long part, long whole) => whole == 0 ? null : (double)part / whole;

    static long Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts) sum += count;
        return sum;
    }

    static long Max(ReadOnlySpan<long> counts)
    {
        var max = 0L;
        foreach (var count in counts) max = Math.Max(max, count);
        return max;
    }

    static long CountAbove(ReadOnlySpan<long> counts, int quota)
    {
        var above = 0L;
        foreach (var count in counts) above += count > quota ? 1 : 0;
        return above;
    }
}
