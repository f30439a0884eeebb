using System.Diagnostics;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Shared;

/// <summary>The setting that holds the kind of a store. The name and the values never change.</summary>
public static class StoreKindSetting
{
    /// <summary>The key of the setting.</summary>
    public const string Key = "store-kind";

    const string Real = "real";
    const string Demo = "demo";

    /// <returns>Null for a store without the mark: a new one, or one of an earlier version.</returns>
    public static async ValueTask<StoreKind?> Find(IKeyValueStore settings, CancellationToken cancellation = default) =>
        await settings.Get(Key, cancellation) is { } stored ? Parse(stored) : null;

    /// <summary>Marks the store, unless it has a kind. Of several processes that do so at once, the first one decides.</summary>
    /// <returns>The kind that the store has.</returns>
    public static async ValueTask<StoreKind> Mark(IKeyValueStore settings, StoreKind kind, CancellationToken cancellation = default) =>
        Parse(await settings.GetOrSet(Key, Format(kind), cancellation));

    static string Format(StoreKind kind) => kind switch
    {
        StoreKind.Real => Real,
        StoreKind.Demo => Demo,
        _ => throw new UnreachableException($"No name for {kind}."),
    };

    /// <summary>A value that this version does not know is no demo, which could be cleared.</summary>
    static StoreKind Parse(string stored) => stored == Demo ? StoreKind.Demo : StoreKind.Real;
}
