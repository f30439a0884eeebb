using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Api.Commands;

/// <summary>The types of <see cref="CommandRequest"/>: every record derived from it, named by its class.</summary>
static class CommandTypes
{
    public const string Discriminator = "type";
    const string Suffix = "Request";

    /// <summary>By the value of the discriminator, in ordinal order: <c>add-note</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Type> ByName = new SortedDictionary<string, Type>(
        typeof(CommandRequest).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CommandRequest))).ToDictionary(
            NameOf),
        StringComparer.Ordinal);

    /// <summary>The name of a type of request.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name[..^Suffix.Length]);

    /// <summary>What the console says once a command of this name is recorded; null for an unknown name.</summary>
    public static LocalizedText? GetConfirmation(string? name) =>
        name is not null && ByName.TryGetValue(name, out var type) ? ((CommandRequest)Activator.CreateInstance(type)!).Confirmation : null;

    /// <summary>Makes the serializer and the API's description know the types.</summary>
    public static void AddTo(JsonTypeInfo json)
    {
        if (json.Type != typeof(CommandRequest))
        {
            return;
        }

        json.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Discriminator };
        foreach (var (name, type) in ByName)
        {
            json.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
        }

        // The serializer calls this when the discriminator is missing.
        json.CreateObject = () => throw new JsonException("The type is missing.", $"$.{Discriminator}", null, null);
    }
}
