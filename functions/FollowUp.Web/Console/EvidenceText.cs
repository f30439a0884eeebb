using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console;

/// <summary>Labels of established facts.</summary>
static class EvidenceText
{
    /// <param name="fact">A single flag.</param>
    public static LocalizedText Name(Evidence fact) => fact switch
    {
        Evidence.NeedDescribed => new("besoin décrit", "need described"),
        Evidence.Budget => new("budget", "budget"),
        Evidence.Date => new("date", "date"),
        Evidence.DecisionMaker => new("décideur", "decision maker"),
        Evidence.PhoneReached => new("joint par téléphone", "reached by phone"),
        _ => throw new UnreachableException($"No rule for {fact}."),
    };
}
