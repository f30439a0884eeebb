using System.Diagnostics;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Application.Settings;

/// <summary>The audit entry of a rotated key.</summary>
public static class AccessKeyAudit
{
    /// <param name="at">When it was rotated.</param>
    /// <param name="role">The role of the staff member who did it, in kebab-case.</param>
    /// <param name="by">Their id.</param>
    /// <param name="kind">Which key.</param>
    public static AuditEntry CreateEntry(Instant at, string role, string by, AccessKeyKind kind) => new(at, null, role, by, GetName(kind), "done");

    static string GetName(AccessKeyKind kind) => kind switch
    {
        AccessKeyKind.Website => "rotate-website-key",
        AccessKeyKind.InboundMail => "rotate-inbound-mail-key",
        _ => throw new UnreachableException($"No name for {kind}"),
    };
}
