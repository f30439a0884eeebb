using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console;

/// <summary>The next action in one word, where its time stands beside it.</summary>
static class ActionText
{
    public static LocalizedText Name(ActionKind kind) => kind switch
    {
        ActionKind.Call => new("Appel", "Call"),
        ActionKind.Mail => new("Mail automatique", "Automatic mail"),
        ActionKind.WaitForClient => new("Attente du client", "Waiting for the client"),
        _ => new("Approbation", "Approval"),
    };
}
