using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FollowUp.Web;

/// <summary>
/// What a request record says of its JSON: read from the record once, by the names and attributes that the API's description uses.
/// </summary>
sealed class ShapeOf
{
    static readonly ConcurrentDictionary<Type, ShapeOf> Known = new();
    static readonly ConcurrentDictionary<Type, FrozenSet<string>?> Names = new();

    readonly JsonTypeInfo type;

    ShapeOf(JsonTypeInfo type)
    {
        this.type = type;
        Fields = type.Properties.Select(p => new ShapeField(p)).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        Discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        Derived = (type.PolymorphismOptions?.DerivedTypes ?? [])
            .ToDictionary(d => (string)d.TypeDiscriminator!, d => Type(d.DerivedType), StringComparer.Ordinal);
    }

    public FrozenDictionary<string, ShapeField> Fields { get; }

    /// <summary>The field that tells which record it is; null when there is only one.</summary>
    public string? Discriminator { get; }

    public IReadOnlyDictionary<string, ShapeOf> Derived { get; }

    public static ShapeOf Type(Type type) => Known.GetOrAdd(type, t => new ShapeOf(ApiJson.Options.GetTypeInfo(t)));

    /// <summary>The values of an enumeration as JSON has them; null for any other type.</summary>
    public static FrozenSet<string>? NamesOf(Type type) => Names.GetOrAdd(
        type,
        t => (Nullable.GetUnderlyingType(t) ?? t) is { IsEnum: true } values
            ? Enum.GetNames(values).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToFrozenSet(StringComparer.Ordinal)
            : null);

    public object Create() => type.CreateObject!();
}

/// <summary>One field of a request.</summary>
sealed class ShapeField(JsonPropertyInfo property)
{
    public string Name => property.Name;

    public JsonTypeInfo Type { get; } = property.Options.GetTypeInfo(property.PropertyType);

    public bool Required { get; } = property.AttributeProvider!.IsDefined(typeof(RequiredAttribute), inherit: true);

    public int? MaxLength { get; } = ((MemberInfo)property.AttributeProvider!).GetCustomAttribute<MaxLengthAttribute>()?.Length;

    public object? Get(object target) => property.Get!(target);

    public void Set(object target, object? value) => property.Set!(target, value);
}
