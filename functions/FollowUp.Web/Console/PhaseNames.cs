using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console;

/// <summary>Phases by their names in addresses, in kebab-case.</summary>
static class PhaseNames
{
    public static readonly IReadOnlyList<Phase> All = Enum.GetValues<Phase>();

    /// <summary>Null for an unknown name.</summary>
    public static Phase? Parse(string? name) => EnumNames.Parse<Phase>(name);
}
