using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using FluentValidation.Results;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Requests;

/// <summary>Describes JSON that cannot be read into a request. The serializer stops at the first fault, so there is one.</summary>
static partial class JsonFault
{
    const int MaxNameLength = 64;

    public static readonly ValidationFailure NoObject = FieldErrors.Create(FieldErrors.Body, new LocalizedText("doit être un objet", "must be an object"));

    /// <summary>Names the field by the exception's path, and says what the request's type expects there.</summary>
    public static ValidationFailure Describe(JsonException exception, Type requestType)
    {
        var names = NamePattern().Matches(exception.Path ?? "").Select(name => name.Groups["dotted"].Success ? name.Groups["dotted"].Value : name.Groups["quoted"].Value)
            .ToArray();
        return exception switch
        {
            // The reader's own exception: the text is no JSON.
            { InnerException: JsonException } => FieldErrors.Create(FieldErrors.Body, new LocalizedText(
                $"n’est pas du JSON valide : ligne {exception.LineNumber + 1}, octet {exception.BytePositionInLine + 1}",
                $"is not valid JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}")),
            _ when requestType == typeof(CommandRequest) && names is [] or [CommandTypes.Discriminator] =>
                FieldErrors.Create(CommandTypes.Discriminator, OneOf(CommandTypes.ByName.Keys)),
            _ when names is [] => NoObject,
            _ => FieldErrors.Create(ToField(names, exception.Path!), Expect(requestType, names)),
        };
    }

    /// <summary>What a value of a type looks like in JSON.</summary>
    public static LocalizedText Expect(Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return KebabCaseEnumConverter.GetNames(wanted) is { } names ? OneOf(names)
            : wanted == typeof(string) ? new LocalizedText("doit être du texte", "must be text")
            : wanted == typeof(decimal) ? new LocalizedText("doit être un nombre", "must be a number")
            : wanted == typeof(bool) ? new LocalizedText("vaut true ou false", "is true or false")
            : wanted == typeof(LocalDate) ? new LocalizedText("doit être une date, comme 2027-01-31", "must be a date, as 2027-01-31")
            : wanted == typeof(Instant) ? new LocalizedText(
                "doit être une heure avec son décalage, comme 2026-11-23T08:56:00+01:00",
                "must be a time with its offset, as 2026-11-23T08:56:00+01:00")
            : wanted.IsArray ? new LocalizedText("doit être une liste", "must be a list")
            : new LocalizedText("doit être un objet", "must be an object");
    }

    static LocalizedText OneOf(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return new LocalizedText($"est l’une de ces valeurs : {list}", $"is one of: {list}");
    }

    /// <summary>The exception does not tell a wrong type from a field given twice, nor the type of a command, so the sentence covers them.</summary>
    static LocalizedText Expect(Type requestType, string[] names)
    {
        if (FindType(requestType, names) is not { } type)
        {
            return new LocalizedText("n’est pas un champ connu ici", "is not a known field here");
        }

        var (french, english) = Expect(type);
        return requestType == typeof(CommandRequest)
            ? new LocalizedText($"{french} ; le champ ne peut figurer qu’une fois, dans une commande qui l’a", $"{english}; the field may be given only once, in a command that has it")
            : new LocalizedText($"{french} ; le champ ne peut figurer qu’une fois", $"{english}; the field may be given only once");
    }

    /// <summary>The type of the field at a path; null for an unknown field. Of a command's types, the first that has the field.</summary>
    static Type? FindType(Type type, ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            return type;
        }

        if (type == typeof(CommandRequest))
        {
            foreach (var derived in CommandTypes.ByName.Values)
            {
                if (FindType(derived, names) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (int.TryParse(names[0], out _))
        {
            return type.GetElementType() is { } item ? FindType(item, names[1..]) : null;
        }

        var json = ApiJsonOptions.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        foreach (var property in json.Kind == JsonTypeInfoKind.Object ? json.Properties : [])
        {
            if (property.Name == names[0])
            {
                return FindType(property.PropertyType, names[1..]);
            }
        }

        return null;
    }

    static string ToField(string[] names, string path) => string.Concat(names.Select((name, i) =>
        path.Contains($"[{name}]", StringComparison.Ordinal) && int.TryParse(name, out _) ? $"[{name}]"
        : (i == 0 ? "" : ".") + (name.Length > MaxNameLength ? name[..MaxNameLength] : name)));

    /// <summary>A segment of a path: <c>.name</c>, <c>['odd name']</c> or <c>[0]</c>.</summary>
    [GeneratedRegex(@"\.(?<dotted>[^.\[]+)|\['(?<quoted>.*?)'\]|\[(?<quoted>\d+)\]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NamePattern();
}
