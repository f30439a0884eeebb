using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Local.ImportExport;

/// <summary>
/// The state of a project, as columns after those of its submission. A plain import reads from them which projects it would revive; a restore
/// brings ends, opt-outs and erasures back by them.
/// </summary>
static class StateColumns
{
    public const string Prefix = "state.";

    public static ImmutableArray<(string Name, Func<Project, string?> GetValue)> All { get; } =
    [
        (Prefix + "generation", p => p.Generation.ToString(CultureInfo.InvariantCulture)),
        (Prefix + "version", p => p.Version.ToString(CultureInfo.InvariantCulture)),
        (Prefix + "phase", p => Kebab.Case(p.Phase)),
        (Prefix + "result", p => p.Outcome is { } o ? o.IsWon ? "won" : "dead" : null),
        (Prefix + "reason", p => p.Outcome?.Reason is { } reason ? Kebab.Case(reason) : null),
        (Prefix + "provider", p => p.Outcome?.Provider),
        (Prefix + "amount", p => p.Outcome?.Amount?.ToString(CultureInfo.InvariantCulture)),
        (Prefix + "coordinator", p => p.InCharge),
        (Prefix + "next", p => p.Next is { } next ? Kebab.Case(next.Kind) : null),
        (Prefix + "dueAt", p => p.Next is { } next ? SubmissionColumn.FormatTime(next.DueAt) : null),
        (Prefix + "lastSignOfLife", p => SubmissionColumn.FormatTime(p.LastSignOfLife)),
        (Prefix + "calls", p => p.Contact.MayCall ? "true" : "false"),
        (Prefix + "mails", p => p.Contact.MayMail ? "true" : "false"),
        (Prefix + "mailFailed", p => p.Contact.MailFailed ? "true" : null),
        (Prefix + "quietUntil", p => p.Contact.QuietUntil is { } until ? SubmissionColumn.FormatTime(until) : null),
        (Prefix + "client", p => p.ClientId),
        (Prefix + "clientType", p => Kebab.Case(p.ClientType)),
        (Prefix + "language", p => LanguageText.Code(p.Language)),
        (Prefix + "submittedAt", p => SubmissionColumn.FormatTime(p.SubmittedAt)),
        (Prefix + "erased", p => p.Erased ? "true" : null),
    ];
}
