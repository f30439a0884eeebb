using System.Diagnostics;
using FollowUp.Application.Board;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Board;

/// <summary>Names of what the board counts.</summary>
static class BoardText
{
    /// <summary>What a list of projects shows.</summary>
    public static LocalizedText Kind(BoardFactKind kind) => kind switch
    {
        BoardFactKind.Submitted => new("projets déposés", "projects posted"),
        BoardFactKind.FirstCall => new("premiers appels", "first calls"),
        BoardFactKind.Call => new("appels passés", "calls made"),
        BoardFactKind.Reached => new("clients joints en validation", "clients reached in validation"),
        BoardFactKind.ValidationEnded => new("validations terminées", "validations that ended"),
        BoardFactKind.Closed => new("projets clos", "projects closed"),
        BoardFactKind.Relaunch => new("relances", "relaunches"),
        BoardFactKind.RelaunchAnswered => new("relances qui ont eu une réponse", "relaunches that were answered"),
        BoardFactKind.Overdue => new("appels tombés en retard", "calls that fell overdue"),
        BoardFactKind.MailRefused => new("mails refusés", "emails refused"),
        BoardFactKind.Open => new("projets en cours", "open projects"),
        BoardFactKind.Waiting => new("réponses attendues", "answers awaited"),
        _ => throw new UnreachableException($"No rule for {kind}."),
    };

    /// <summary>The name of a code of any kind; the code itself when it has none.</summary>
    public static LocalizedText Code(string code) => code switch
    {
        BoardCodes.Validated => new("validé", "validated"),
        BoardCodes.Won => new("concrétisé", "won"),
        BoardCodes.Reached => new("client joint", "client reached"),
        BoardCodes.Missed => new("client non joint", "client not reached"),
        "mail" => new("par mail", "by email"),
        "phone" => new("par téléphone", "by phone"),
        "bounce" => new("adresse qui n’existe pas ou qui refuse", "address that does not exist or refuses"),
        "complaint" => new("signalé comme indésirable", "reported as spam"),
        _ when Kebab.TryParse<DeathReason>(code, out var reason) => TimelineText.GetDeathReasonName(reason),
        _ when Kebab.TryParse<Phase>(code, out var phase) => TimelineText.GetPhaseName(phase),
        _ => new(code, code),
    };

    public static LocalizedText Step(string step) => step switch
    {
        UnansweredRelaunch.Warning => new("avertissement", "warning"),
        UnansweredRelaunch.Quarter => new("mail trimestriel", "quarterly email"),
        _ => new($"relance {step}", $"relaunch {step}"),
    };
}
