using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Application.Shared;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// What the index shows of a project at one version. All keys of the project's rows follow from it, and it follows from the snapshot, so a
/// writer knows which rows to delete without reading them.
/// </summary>
/// <param name="WakeAt">See <see cref="InstantColumn"/>.</param>
/// <param name="Providers">Provider ids, one a line; empty for none.</param>
/// <param name="Person">Whether there is a dossier, so that rows of the index hold personal data.</param>
/// <param name="Awaited">See <see cref="FollowUp.Domain.Projects.Project.StaffOutsideQueue"/>.</param>
/// <param name="ClosedAt">See <see cref="InstantColumn"/>.</param>
/// <remarks>
/// Stored as JSON under the names and in the order of the parameters; a digest of that JSON is part of the version row's key. No public
/// property is ever added, renamed or moved, because that would change the digest of every stored row.
/// </remarks>
sealed record IndexEntry(
    string Project, long Version, string Client, string Phase, bool Open, string? Coordinator, string? InCharge, long? WakeAt, string Providers,
    bool Person, string? Awaited = null, long? ClosedAt = null)
{
    public static IndexEntry Of(Project project, bool hasDossier)
    {
        var fields = IndexedFields.Of(project);
        return new(
            project.Id, project.Version, project.ClientId, fields.Phase, fields.Open, fields.Coordinator, fields.InCharge, fields.WakeAt,
            fields.Providers ?? "", hasDossier, fields.Awaited, fields.ClosedAt);
    }

    /// <summary>Four: few enough to query all of them for one answer; more than one, because Azure serves a partition from one machine.</summary>
    public static readonly ImmutableArray<string> Partitions = ["0", "1", "2", "3"];

    public static string GetPartition(string project) => Partitions[(int)(StableHash.ComputeUInt32(project) % (uint)Partitions.Length)];

    internal string PartitionKey => GetPartition(Project);

    internal ProjectAssignment Assignment => new(Coordinator, Open);

    /// <summary>
    /// Names version and content. The transaction that moves a project's rows deletes the version row of the state before and adds that of the
    /// state after. When another process moved the rows in between, the first row does not exist and the transaction fails.
    /// </summary>
    internal string VersionKey => $"{VersionPrefix(Project)}{Keys.FormatNumber(Version)}:{ComputeDigest()}";

    public static string VersionPrefix(string project) => $"v:{Keys.Escape(project)}:";

    internal string SearchKey => $"c:{Keys.Escape(Project)}";

    internal string? QueueKey => Open ? $"{QueuePrefix(InCharge)}{Keys.Escape(Project)}" : null;

    public static string QueuePrefix(string? staffId) => $"q:{Keys.Escape(staffId ?? "")}:";

    internal string? WakeKey => WakeAt is { } at ? $"{DuePrefix(at)}{Keys.Escape(Project)}" : null;

    public static string DuePrefix(long at) => $"d:{InstantColumn.ToSortableDigits(at)}:";

    /// <summary>Keys of rows that hold the project's id alone: by client, by provider, by awaited staff member, by time of closing and staff member in charge.</summary>
    internal IEnumerable<string> LinkKeys
    {
        get
        {
            yield return $"{ClientPrefix(Client)}{Keys.Escape(Project)}";
            foreach (var provider in ProviderIds) yield return $"{ProviderPrefix(provider)}{Keys.Escape(Project)}";
            if (Awaited is not null) yield return $"{AwaitingPrefix(Awaited)}{Keys.Escape(Project)}";
            if (ClosedAt is { } at) yield return $"{ClosedPrefix(at)}{Keys.Escape(InCharge ?? "")}:{Keys.Escape(Project)}";
        }
    }

    /// <param name="staffId">Null for all staff.</param>
    public static string AwaitingPrefix(string? staffId) => staffId is null ? "a:" : $"a:{Keys.Escape(staffId)}:";

    public static string ClosedPrefix(long at) => $"e:{InstantColumn.ToSortableDigits(at)}:";

    public static string ClientPrefix(string client) => $"l:{Keys.Escape(client)}:";

    public static string ProviderPrefix(string provider) => $"p:{Keys.Escape(provider)}:";

    /// <summary>The keys of all rows but the version row and those of messages.</summary>
    internal IEnumerable<string> AllKeys => LinkKeys.Append(SearchKey).Concat(new[] { QueueKey, WakeKey }.OfType<string>());

    string[] ProviderIds => Providers.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Write() => JsonSerializer.Serialize(this);

    public static IndexEntry Read(string json) =>
        JsonSerializer.Deserialize<IndexEntry>(json) ?? throw new JsonException("The version row of a project is null.");

    string ComputeDigest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())).AsSpan(0, 8));
}
