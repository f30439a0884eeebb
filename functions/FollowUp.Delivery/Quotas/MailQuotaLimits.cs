using FollowUp.Domain.Outbox;

namespace FollowUp.Delivery.Quotas;

/// <summary>
/// The number of mails that the mail service accepts from an installation in any sixty seconds and in any hour. Azure Communication
/// Services accepts 30 and 100 from a custom domain until a higher quota is granted.
/// </summary>
/// <param name="PerMinute">Mails in any sixty seconds.</param>
/// <param name="PerHour">Mails in any sixty minutes.</param>
/// <param name="ReservedShare">The share of both limits, from 0 to 1, that mails that may wait leave unused.</param>
public sealed record MailQuotaLimits(int PerMinute = 30, int PerHour = 100, double ReservedShare = 0.2)
{
    /// <summary>Relaunches may wait; phone validation, answers and agreed calls go before them.</summary>
    public static bool MayWait(MessageKind? kind) => kind
        is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze
        or MessageKind.Warning or MessageKind.LightMail;

    public int GetMinuteLimit(MessageKind? kind) => ApplyReserve(PerMinute, kind);

    public int GetHourLimit(MessageKind? kind) => ApplyReserve(PerHour, kind);

    int ApplyReserve(int limit, MessageKind? kind) => MayWait(kind) ? Math.Max(1, limit - (int)Math.Ceiling(limit * ReservedShare)) : limit;
}
