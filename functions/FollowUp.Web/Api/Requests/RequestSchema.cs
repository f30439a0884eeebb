using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FollowUp.Web.Api.Requests;

/// <summary>
/// What a request record says of its JSON: read from the record once, by the names and attributes that the API's description uses.
/// </summary>
sealed class RequestSchema
{
    static readonly ConcurrentDictionary<Type, RequestSchema> Schemas = new();
    static readonly ConcurrentDictionary<Type, FrozenSet<string>?> EnumNames = new();

    readonly JsonTypeInfo type;

    RequestSchema(JsonTypeInfo type)
    {
        this.type = type;
        Fields = type.Properties.Select(p => new RequestField(p)).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        Discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        DerivedTypes = (type.PolymorphismOptions?.DerivedTypes ?? [])
            .ToDictionary(d => (string)d.TypeDiscriminator!, d => For(d.DerivedType), StringComparer.Ordinal);
    }

    public FrozenDictionary<string, RequestField> Fields { get; }

    /// <summary>The field that tells which record it is; null when there is only one.</summary>
    public string? Discriminator { get; }

    public IReadOnlyDictionary<string, RequestSchema> DerivedTypes { get; }

    public static RequestSchema For(Type type) => Schemas.GetOrAdd(type, t => new RequestSchema(ApiJsonOptions.Options.GetTypeInfo(t)));

    /// <summary>The values of an enumeration as JSON has them; null for any other type.</summary>
    public static FrozenSet<string>? GetEnumNames(Type type) => EnumNames.GetOrAdd(
        type,
        t => (Nullable.GetUnderlyingType(t) ?? t) is { IsEnum: true } values
            ? Enum.GetNames(values).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToFrozenSet(StringComparer.Ordinal)
            : null);

    public object CreateInstance() => type.CreateObject!();
}

/// <summary>One field of a request.</summary>
sealed class RequestField(JsonPropertyInfo property)
{
    public string Name => property.Name;

    public JsonTypeInfo Type { get; } = property.Options.GetTypeInfo(property.PropertyType);

    public bool Required { get; } = property.AttributeProvider!.IsDefined(typeof(RequiredAttribute), inherit: true);

    public int? MaxLength { get; } = ((MemberInfo)property.AttributeProvider!).GetCustomAttribute<MaxLengthAttribute>()?.Length;

    public object? GetValue(object target) => property.Get!(target);

    public void SetValue(object target, object? value) => property.Set!(target, value);
}
