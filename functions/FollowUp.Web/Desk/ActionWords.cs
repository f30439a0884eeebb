using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>The next action in one word, where its time stands beside it.</summary>
static class ActionWords
{
    public static LocalizedText Of(ActionKind kind) => kind switch
    {
        ActionKind.Call => new("Appel", "Call"),
        ActionKind.Mail => new("Mail automatique", "Automatic mail"),
        ActionKind.WaitForClient => new("Attente du client", "Waiting for the client"),
        _ => new("Approbation", "Approval"),
    };
}
