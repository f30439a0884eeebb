using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.Delivery;

public enum DepartmentMailKind
{
    MorningDigest,
    WeeklyReport,
    ComplaintReceipt,
}

/// <summary>
/// A mail that the department owes and no project. Like a project's messages it holds no text: that is made when it leaves, so that what is
/// erased meanwhile is not in it.
/// </summary>
/// <param name="Id">Stable over every retry, and without a mail address, as it reaches logs: <c>digest.1f3a9c02.2026-11-30</c>.</param>
/// <param name="Recipient">A staff member's id; a complaint's for its receipt.</param>
/// <param name="Day">The day or the week that it is about; for a receipt the day of the complaint.</param>
/// <param name="Since">What is told as news happened then or later.</param>
public sealed record DepartmentMail(
    string Id, DepartmentMailKind Kind, string Recipient, LocalDate Day, Instant OwedAt, Instant NotBefore, Instant? Since = null);

/// <summary>A department mail that has not left yet, and how far it is.</summary>
/// <param name="DueAt">When to try (again).</param>
/// <param name="Attempts">Tries so far, one under way included.</param>
/// <param name="Note">What kept it from leaving: a code, never personal data.</param>
public sealed record DepartmentMailEntry(DepartmentMail Mail, Instant DueAt, int Attempts = 0, string? Note = null);

/// <summary>Writes a department mail.</summary>
public interface IDepartmentMailWriter
{
    /// <returns>Null when there is nothing left to say or nobody to say it to.</returns>
    ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation = default);
}
