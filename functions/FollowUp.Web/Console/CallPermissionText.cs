using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console;

/// <summary>Why a number is no link, and from when it is one.</summary>
static class CallPermissionText
{
    /// <summary>"à partir de 10:00"; null when a call is allowed.</summary>
    public static string? Describe(this CallPermission permission, DateTimeText days)
    {
        var from = permission.From is not { } at ? null
            : days.Calendar.DateOf(at) == days.Today ? new LocalizedText($"à partir de {days.FormatTime(at)}", $"from {days.FormatTime(at)}").In(days.Language)
            : new LocalizedText($"à partir de {days.FormatShort(at)}", $"from {days.FormatShort(at)}").In(days.Language);
        return permission.Obstacle switch
        {
            CallObstacle.None => null,
            CallObstacle.OutsideHours => from,
            CallObstacle.CapReached => Say($"plafond d’appels atteint, {from}", $"cap on calls reached, {from}"),
            CallObstacle.QuietDays => Say($"a dit « ne plus m’appeler », {from}", $"said “do not call”, {from}"),
            CallObstacle.NotAllowed => Say("plus d’appels : mail seulement", "no calls: email only"),
            CallObstacle.OnlyForRequest => Say("pas d’appel : accord pour la demande seulement", "no call: agreed to calls about the request only"),
            CallObstacle.LeftAlone => Say("pas d’appel : veut qu’on le laisse tranquille", "no call: wants to be left alone"),
            CallObstacle.CategoryNotRelaunched => Say("pas d’appel : la loi interdit de relancer ici", "no call: the law forbids relaunches here"),
            CallObstacle.NumberWrong => Say("numéro faux", "wrong number"),
            CallObstacle.ProjectClosed => Say("projet clos", "project closed"),
            _ => throw new UnreachableException($"No rule for {permission.Obstacle}."),
        };

        string Say(string french, string english) => days.Language.Pick(french, english);
    }
}
