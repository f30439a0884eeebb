using FollowUp.Domain.Outbox;

namespace FollowUp.Application.Delivery;

/// <summary>
/// What the mail service lets an installation send, in any sixty seconds and in any hour. Azure Communication Services lets a custom
/// domain send 30 and 100 until more is asked for.
/// </summary>
/// <param name="ReservedShare">The share that relaunches leave to the mails that somebody waits for.</param>
public sealed record MailQuotaLimits(int PerMinute = 30, int PerHour = 100, double ReservedShare = 0.2)
{
    /// <summary>Relaunches come on their own time and may wait; validation, answers and agreed calls go before them.</summary>
    public static bool MayWait(MessageKind? kind) => kind
        is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze
        or MessageKind.Warning or MessageKind.LightMail;

    public int GetMinuteLimit(MessageKind? kind) => ApplyReserve(PerMinute, kind);

    public int GetHourLimit(MessageKind? kind) => ApplyReserve(PerHour, kind);

    int ApplyReserve(int limit, MessageKind? kind) => MayWait(kind) ? Math.Max(1, limit - (int)Math.Ceiling(limit * ReservedShare)) : limit;
}
