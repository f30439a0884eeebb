using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FollowUp.Application.Serialization;

/// <summary>Names of values in kebab-case, as in stored JSON and in the API: <c>awaiting-validation</c> for <c>AwaitingValidation</c>.</summary>
public static class Kebab
{
    /// <summary>Formats a value of an enum without flags.</summary>
    public static string Case<T>(T value)
        where T : struct, Enum => Names<T>.ByValue.TryGetValue(value, out var name) ? name : Format(value.ToString());

    /// <summary>Formats the name of a C# member or type.</summary>
    public static string Format(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>Finds the value with a name in kebab-case; the case of the letters counts.</summary>
    /// <returns>False when no value has this name.</returns>
    public static bool TryParse<T>([NotNullWhen(true)] string? name, out T value)
        where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => Format(v.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(v => v.Value, v => v.Key, StringComparer.Ordinal);
    }
}
