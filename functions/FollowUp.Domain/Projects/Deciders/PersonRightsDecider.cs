using System.Diagnostics;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides what a person may ask for at any time, also on a closed project: no more mails, no more calls, erasure.</summary>
static class PersonRightsDecider
{
    public static Decision Decide(DecisionBuilder decision, OptOut c) => c.Channel switch
    {
        // An address that bounced may work again; the wish of its owner lasts.
        // It holds for the other projects too, and one of them may have been posted since the person last said so.
        Channel.Mail => decision.Project.Contact is { MayMail: true } or { MailFailed: true } || decision.MayMailElsewhere
            ? decision.Append(new ChannelClosed(Channel.Mail, ChannelClosedBy.OptOut)).Build()
            : decision.Build(),
        Channel.Phone => AppendStopCalls(decision).Build(),
        _ => throw new UnreachableException($"No rule for {c.Channel}."),
    };

    /// <summary>A company needs no consent, so for one only the entry in the timeline remains.</summary>
    public static Decision Decide(DecisionBuilder decision, RecordConsent c) => decision.Project.Erased || decision.HasConsent(c)
        ? decision.Build()
        : decision.Append(new ConsentRecorded(
            c.Scope, c.Given, Instant.Min(c.At, decision.Now), c.Source, c.Wording, c.Version, decision.ConsentMonths)).Build();

    public static Decision Decide(DecisionBuilder decision, ReportMailRefused c) =>
        decision.Project.Contact is var contact && (contact.MayMail || (contact.MailFailed && c.Complaint))
        ? decision.Append(new ChannelClosed(Channel.Mail, c.Complaint ? ChannelClosedBy.Complaint : ChannelClosedBy.Bounce)).Build()
        : decision.Build();

    /// <summary>Opens mail again where a bounce had closed it.</summary>
    public static Decision ReopenMail(DecisionBuilder decision) => AppendReopenedMail(decision).Build();

    /// <inheritdoc cref="ReopenMail"/>
    public static DecisionBuilder AppendReopenedMail(DecisionBuilder decision) =>
        decision.Project.Contact.MailFailed ? decision.Append(new ChannelOpened(Channel.Mail)) : decision;

    /// <summary>
    /// "Do not call": mail only from now on, after a quiet period of sixty days for a private person (Code de la consommation, D223-9). It is recorded
    /// on a project that may itself not be called too: it holds for the other projects, and against a consent that comes within the sixty days. What is
    /// said about two projects in one conversation is recorded on both, so that it holds until both are taken back.
    /// </summary>
    public static DecisionBuilder AppendStopCalls(DecisionBuilder decision)
    {
        var days = decision.Table.QuietDaysAfterDoNotCall;
        Instant? quietUntil = days == 0 ? null : decision.Calendar.AddDays(decision.Now, days);
        return decision.Project.Contact.MayCall || decision.MayCallElsewhere || ProlongsQuietDays(decision, quietUntil) || decision.IsObjectedElsewhereOnly(ObjectionKind.Calls)
            ? decision.Append(new ChannelClosed(Channel.Phone, ChannelClosedBy.DoNotCall, quietUntil))
            : decision;
    }

    /// <summary>Whole days count, so that a repeat of the same day changes nothing.</summary>
    static bool ProlongsQuietDays(DecisionBuilder decision, Instant? quietUntil) =>
        !decision.Project.Erased && quietUntil is { } end
        && (decision.Contact.QuietUntil is not { } known || decision.Calendar.DateOf(known) < decision.Calendar.DateOf(end));

    public static Decision Erase(DecisionBuilder decision)
    {
        if (decision.Project.Erased)
        {
            return decision.Build();
        }

        if (decision.Project.IsOpen)
        {
            decision.Append(new ProjectClosed(Outcome.Dead(DeathReason.Erased), ClosingSource.Client));
        }

        return decision.Append(new PersonErased()).Build();
    }
}
