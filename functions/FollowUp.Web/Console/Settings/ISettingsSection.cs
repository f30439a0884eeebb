using FollowUp.Application.Settings;

namespace FollowUp.Web.Console.Settings;

/// <summary>A section of the settings page: a form with a request of its own.</summary>
interface ISettingsSection
{
    /// <summary>The settings with the values of the section.</summary>
    /// <param name="before">The stored settings.</param>
    /// <param name="secrets">Encrypts the secrets that were entered.</param>
    /// <param name="isFixed">Whether the environment sets a key. The form shows such a field without posting it, so its stored value stays.</param>
    DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed);
}
