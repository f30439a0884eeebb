using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Application.Shared;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// What the read models hold of a project at one version, and so the keys of its rows in the index. It follows from the snapshot, so
/// whoever moves a project knows, without a look, which rows to take away.
/// </summary>
/// <param name="WakeAt">See <see cref="InstantColumn"/>.</param>
/// <param name="Providers">Their ids, one a line.</param>
/// <param name="Awaited">See <see cref="FollowUp.Domain.Projects.Project.StaffOutsideQueue"/>.</param>
/// <param name="Person">Whether there is a dossier: the index then holds something of the person.</param>
sealed record IndexEntry(
    string Project, long Version, string Client, string Phase, bool Open, string? Coordinator, string? InCharge, long? WakeAt, string Providers,
    bool Person, string? Awaited = null, long? ClosedAt = null)
{
    public static IndexEntry Of(Project project, bool person) => new(
        project.Id,
        project.Version,
        project.ClientId,
        Enum.GetName(project.Phase)!,
        project.IsOpen,
        project.Coordinator,
        project.InCharge,
        InstantColumn.ToNanoseconds(project.WakeAt),
        project.Providers.IsDefaultOrEmpty ? "" : string.Join('\n', project.Providers.Select(standing => standing.Provider).Distinct()),
        person,
        project.StaffOutsideQueue,
        InstantColumn.ToNanoseconds(project.ClosedAt));

    /// <summary>Few, so that a question to all of them is cheap; more than one, as Azure serves one from one machine.</summary>
    public static readonly ImmutableArray<string> Partitions = ["0", "1", "2", "3"];

    public static string GetPartition(string project) => Partitions[(int)(StableHash.ComputeUInt32(project) % (uint)Partitions.Length)];

    internal string PartitionKey => GetPartition(Project);

    /// <summary>
    /// Names version and content. A writer deletes the row of the state that it started from and adds that of the new one, in the
    /// transaction that moves the others: if somebody else moved the index in between, the row is not there and nothing of it is written.
    /// </summary>
    internal string VersionKey => $"{VersionPrefix(Project)}{Keys.FormatNumber(Version)}:{ComputeDigest()}";

    public static string VersionPrefix(string project) => $"v:{Keys.Escape(project)}:";

    internal string SearchKey => $"c:{Keys.Escape(Project)}";

    internal string? QueueKey => Open ? $"{QueuePrefix(InCharge)}{Keys.Escape(Project)}" : null;

    public static string QueuePrefix(string? person) => $"q:{Keys.Escape(person ?? "")}:";

    internal string? WakeKey => WakeAt is { } at ? $"{DuePrefix(at)}{Keys.Escape(Project)}" : null;

    public static string DuePrefix(long at) => $"d:{InstantColumn.ToSortableDigits(at)}:";

    /// <summary>
    /// Rows that only say that the project is there: by client, by provider, by whom it awaits, by when it ended and in whose charge.
    /// </summary>
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

    public static string AwaitingPrefix(string? person) => person is null ? "a:" : $"a:{Keys.Escape(person)}:";

    public static string ClosedPrefix(long at) => $"e:{InstantColumn.ToSortableDigits(at)}:";

    public static string ClientPrefix(string client) => $"l:{Keys.Escape(client)}:";

    public static string ProviderPrefix(string provider) => $"p:{Keys.Escape(provider)}:";

    internal IEnumerable<string> AllKeys => LinkKeys.Append(SearchKey).Concat(new[] { QueueKey, WakeKey }.OfType<string>());

    string[] ProviderIds => Providers.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <remarks>The parameters alone: what follows from them is no public property.</remarks>
    public string Write() => JsonSerializer.Serialize(this);

    public static IndexEntry Read(string json) =>
        JsonSerializer.Deserialize<IndexEntry>(json) ?? throw new JsonException("A footprint is never null.");

    string ComputeDigest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())).AsSpan(0, 8));
}
