using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Settings;

namespace FollowUp.Web.Console.Settings;

/// <summary>Sentences of the settings page.</summary>
static class SettingText
{
    public static LocalizedText FixedBy(string key) => new(
        $"Fixé par l’environnement ({SettingKeys.FormatVariable(key)}).", $"Set by the environment ({SettingKeys.FormatVariable(key)}).");
}
