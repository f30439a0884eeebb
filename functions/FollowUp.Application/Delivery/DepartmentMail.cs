using System.Text.Json.Serialization;
using FollowUp.Application.SecondFactors;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>A mail that belongs to no project. It holds no text: the text is written when it is sent, without what was erased meanwhile.</summary>
/// <param name="Id">The same for every retry, and without a mail address as it is logged: <c>digest.1f3a9c02.2026-11-30</c>.</param>
/// <param name="Kind">The kind of mail.</param>
/// <param name="Recipient">
/// The id of a staff member; for a receipt and an answer the id of the complaint; empty for a sign-in that an unknown address asked for, which is dropped.
/// </param>
/// <param name="Day">The day of a digest, the Monday of a report's week, the day of the complaint.</param>
/// <param name="OwedAt">When it was enqueued. The stored name stays.</param>
/// <param name="NotBefore">When it may be sent.</param>
/// <param name="Since">From when on a digest tells what happened; otherwise null.</param>
public sealed record DepartmentMail(
    string Id, DepartmentMailKind Kind, string Recipient, LocalDate Day, Instant OwedAt, Instant NotBefore, Instant? Since = null)
{
    /// <summary>Whether it is the sign-in that an unknown address asked for.</summary>
    [JsonIgnore]
    public bool IsForNobody => Kind == DepartmentMailKind.SignIn && Recipient.Length == 0;

    /// <summary>The staff id of the colleague whom the mail is about; null when it is about none.</summary>
    public string? About { get; init; }

    /// <summary>Of a sign-in: the project whose page opens afterwards; null for none.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Of a mail about passkeys and recovery codes: what was changed, at <see cref="OwedAt"/>; otherwise null.</summary>
    public SecondFactorChange? SecondFactorChange { get; init; }

    /// <summary>0 for the first mail about a matter, 1 for the reminder, 2 for the mail to the manager after it.</summary>
    public int Level { get; init; }
}
