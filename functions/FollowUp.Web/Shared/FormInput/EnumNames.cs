using FollowUp.Application.Serialization;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>Enum values by their kebab-case names, as forms and addresses carry them.</summary>
static class EnumNames
{
    /// <summary>Null for an unknown name.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum => Kebab.TryParse<T>(name, out var value) ? value : null;
}
