using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;

namespace FollowUp.Delivery.Quotas;

/// <summary>
/// The number of mails that the mail service accepts from an installation in any sixty seconds and in any hour. Azure Communication
/// Services accepts 30 and 100 from a custom domain until a higher quota is granted.
/// </summary>
/// <param name="PerMinute">Mails in any sixty seconds.</param>
/// <param name="PerHour">Mails in any sixty minutes.</param>
/// <param name="ReservedShare">The share of both limits, from 0 to 1, that mails that may wait leave unused, beside that of sign-in mails.</param>
/// <param name="SignInShare">The share of both limits, from 0 to 1, that sign-in mails alone may use.</param>
public sealed record MailQuotaLimits(int PerMinute = 30, int PerHour = 100, double ReservedShare = 0.2, double SignInShare = 0.1)
{
    /// <summary>Relaunches may wait; phone validation, answers and agreed calls go before them.</summary>
    public static bool MayWait(MessageKind? kind) => kind
        is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze
        or MessageKind.Warning or MessageKind.LightMail;

    public int GetMinuteLimit(OutgoingMail mail) => ApplyReserves(PerMinute, mail);

    public int GetHourLimit(OutgoingMail mail) => ApplyReserves(PerHour, mail);

    /// <summary>Sign-in mails may use the whole limit; no other mail may use their share.</summary>
    int ApplyReserves(int limit, OutgoingMail mail)
    {
        var reserved = mail.IsSignIn ? 0 : GetShare(SignInShare) + (MayWait(mail.Kind) ? GetShare(ReservedShare) : 0);
        return Math.Max(1, limit - reserved);

        int GetShare(double share) => (int)Math.Ceiling(limit * share);
    }
}
