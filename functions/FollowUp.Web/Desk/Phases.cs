using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Web;

/// <summary>Phases by the names that addresses use.</summary>
static class Phases
{
    public static readonly IReadOnlyList<Phase> All = Enum.GetValues<Phase>();

    public static Phase? Named(string? name)
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
