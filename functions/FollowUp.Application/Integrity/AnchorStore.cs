using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace FollowUp.Application.Integrity;

/// <summary>The anchors in the store: one a night, and one for each run of the command <c>anchor</c>. They are a few hundred bytes each, and stay.</summary>
public sealed class AnchorStore(IKeyValueStore settings)
{
    const string Prefix = "anchor:";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { NodaConverters.InstantConverter },
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>One line of JSON.</summary>
    public static string Write(Anchor anchor) => JsonSerializer.Serialize(anchor, Json);

    /// <exception cref="JsonException">The text is no anchor.</exception>
    public static Anchor Read(string json) => JsonSerializer.Deserialize<Anchor>(json, Json) is { Digest: not null, Signature: not null, Audit.IsDefault: false } anchor
        ? anchor
        : throw new JsonException("The text is no anchor.");

    /// <summary>All anchors, oldest first.</summary>
    /// <exception cref="JsonException">One cannot be read.</exception>
    public async Task<ImmutableArray<Anchor>> List(CancellationToken cancellation = default) =>
        [.. (await settings.List(Prefix, cancellation)).Select(row => Read(row.Value)).OrderBy(anchor => anchor.At)];

    /// <summary>Adds an anchor; the first of an instant stays.</summary>
    public async Task Add(Anchor anchor, CancellationToken cancellation = default) =>
        await settings.GetOrSet(Prefix + InstantPattern.ExtendedIso.Format(anchor.At), Write(anchor), cancellation);
}
