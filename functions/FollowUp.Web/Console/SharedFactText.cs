using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console;

/// <summary>Labels of the facts in the provider feed.</summary>
static class SharedFactText
{
    public static LocalizedText Name(SharedFact fact) => fact switch
    {
        SharedFact.Phase => new("Où en est le projet", "Where the project stands"),
        SharedFact.LastContact => new("Dernier contact", "Last contact"),
        SharedFact.ClientSays => new("Ce que dit le client", "What the client says"),
        SharedFact.ExpectedDate => new("Date prévue", "Expected date"),
        _ => throw new UnreachableException($"No rule for {fact}."),
    };
}
