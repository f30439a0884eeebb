using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Console;

/// <summary>Phases by the names that addresses use.</summary>
static class PhaseNames
{
    public static readonly IReadOnlyList<Phase> All = Enum.GetValues<Phase>();

    public static Phase? Parse(string? name)
    {
        foreach (var phase in All)
        {
            if (Kebab.Case(phase) == name)
            {
                return phase;
            }
        }

        return null;
    }
}
