using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Application.Recovery;
using FollowUp.Local.CommandLine;
using FollowUp.Storage.Shared;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Local.Recovery;

/// <summary>What <c>audit</c> prints, and <c>restore</c> reads.</summary>
/// <param name="Rights">The rights that persons have exercised.</param>
/// <param name="Entries">Refused commands and readings of personal data, newest first.</param>
sealed record AuditExport(ImmutableArray<PersonRight> Rights, ImmutableArray<AuditEntry> Entries)
{
    const int MaxEntries = 1_000_000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { NodaConverters.InstantConverter, new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static async Task<AuditExport> Load(IStore store, Instant since, CancellationToken cancellation)
    {
        var entries = await store.Audit.Read(null, MaxEntries, cancellation);
        var rights = ImmutableArray.CreateBuilder<PersonRight>();
        await foreach (var right in new PersonRightsLog(store.Projects).Read(since, cancellation))
        {
            rights.Add(right);
        }

        return new AuditExport([.. rights.OrderBy(right => right.At)], [.. entries.Where(entry => entry.At >= since)]);
    }

    public Task Write(Stream output, CancellationToken cancellation) => JsonSerializer.SerializeAsync(output, this, Json, cancellation);

    /// <exception cref="BadArgumentException">The file cannot be read, or is no export of the audit.</exception>
    public static AuditExport Read(string path)
    {
        try
        {
            return NamedFile.Read("--audit", path, file => JsonSerializer.Deserialize<AuditExport>(file, Json)) is { Rights.IsDefault: false } export
                && export.Rights.All(right => right is { Client: not null, Project: not null })
                ? export
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BadArgumentException($"--audit: '{path}' is no export of the command audit.");
        }
    }
}
