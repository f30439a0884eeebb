using System.Diagnostics;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console;

/// <summary>The kinds of next action, as labels.</summary>
static class ActionText
{
    public static LocalizedText Name(ActionKind kind) => kind switch
    {
        ActionKind.Call => new("Appel", "Call"),
        ActionKind.Mail => new("Mail automatique", "Automatic email"),
        ActionKind.WaitForClient => new("Attente du client", "Waiting for the client"),
        ActionKind.Approve => new("Approbation", "Approval"),
        _ => throw new UnreachableException($"No rule for {kind}."),
    };
}
