using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Console;

/// <summary>Phases by their names in addresses, in kebab-case.</summary>
static class PhaseNames
{
    public static readonly IReadOnlyList<Phase> All = Enum.GetValues<Phase>();

    /// <summary>Null for an unknown name.</summary>
    public static Phase? Parse(string? name) => Kebab.TryParse<Phase>(name, out var phase) ? phase : null;
}
