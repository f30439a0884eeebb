using NodaTime;

namespace FollowUp.Web.Api.Staffing;

/// <summary>Everything held on a staff member, as they may ask for it (GDPR, article 15).</summary>
/// <param name="OpenProjects">The numbers of the open projects that they are in charge of.</param>
/// <param name="Mails">The kept mails to them.</param>
/// <param name="Audit">What the audit log says of them.</param>
/// <param name="Passkeys">Their passkeys, without the keys.</param>
/// <param name="RecoveryCodes">How many unused recovery codes they have; only digests of them are held.</param>
public sealed record StaffExport(
    Instant ExportedAt, StaffResponse Staff, IReadOnlyList<string> OpenProjects, IReadOnlyList<ExportedMail> Mails, IReadOnlyList<ExportedAudit> Audit,
    IReadOnlyList<ExportedPasskey> Passkeys, int RecoveryCodes);

/// <summary>Everything held on a provider.</summary>
/// <param name="Projects">The numbers of the projects that name it.</param>
public sealed record ProviderExport(
    Instant ExportedAt, string Id, string? Name, string? Email, string? Language, LocalDate? PrivilegeUntil, IReadOnlyList<string> Projects,
    IReadOnlyList<ExportedProviderComplaint> Complaints, IReadOnlyList<ExportedMail> Mails);

public sealed record ExportedPasskey(string Name, Instant CreatedAt, Instant? LastUsedAt);

public sealed record ExportedMail(Instant At, string Subject, string Text);

/// <param name="What">The command or the reading.</param>
/// <param name="Code">The refusal, <c>read</c> or <c>done</c>.</param>
public sealed record ExportedAudit(Instant At, string? Project, string What, string Code);

public sealed record ExportedProviderComplaint(string Id, string? Project, string Text, Instant At);
