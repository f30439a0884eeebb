using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Application;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>
/// What the read models hold of a project at one version, and so the keys of its rows in the index. It follows from the snapshot, so
/// whoever moves a project knows, without a look, which rows to take away.
/// </summary>
/// <param name="WakeAt">See <see cref="SortableInstant"/>.</param>
/// <param name="Providers">Their ids, one a line.</param>
/// <param name="Awaited">See <see cref="FollowUp.Domain.Projects.Project.StaffOutsideQueue"/>.</param>
/// <param name="Person">Whether there is a dossier: the index then holds something of the person.</param>
sealed record Footprint(
    string Project, long Version, string Client, string Phase, bool Open, string? Coordinator, string? InCharge, long? WakeAt, string Providers,
    bool Person, string? Awaited = null, long? ClosedAt = null)
{
    public static Footprint Of(Project project, bool person) => new(
        project.Id,
        project.Version,
        project.ClientId,
        Enum.GetName(project.Phase)!,
        project.IsOpen,
        project.Coordinator,
        project.InCharge,
        SortableInstant.Write(project.WakeAt),
        project.Providers.IsDefaultOrEmpty ? "" : string.Join('\n', project.Providers.Select(standing => standing.Provider).Distinct()),
        person,
        project.StaffOutsideQueue,
        SortableInstant.Write(project.ClosedAt));

    /// <summary>Few, so that a question to all of them is cheap; more than one, as Azure serves one from one machine.</summary>
    public static readonly ImmutableArray<string> Partitions = ["0", "1", "2", "3"];

    public static string PartitionOf(string project) => Partitions[(int)(Fingerprint.Of(project) % (uint)Partitions.Length)];

    internal string Partition => PartitionOf(Project);

    /// <summary>
    /// Names version and content. A writer deletes the row of the state that it started from and adds that of the new one, in the
    /// transaction that moves the others: if somebody else moved the index in between, the row is not there and nothing of it is written.
    /// </summary>
    internal string Standing => $"{StandingsOf(Project)}{Keys.Number(Version)}:{Digest()}";

    public static string StandingsOf(string project) => $"v:{Keys.Part(project)}:";

    internal string Card => $"c:{Keys.Part(Project)}";

    internal string? Queue => Open ? $"{QueueOf(InCharge)}{Keys.Part(Project)}" : null;

    public static string QueueOf(string? person) => $"q:{Keys.Part(person ?? "")}:";

    internal string? Wake => WakeAt is { } at ? $"{Due(at)}{Keys.Part(Project)}" : null;

    public static string Due(long at) => $"d:{SortableInstant.Digits(at)}:";

    /// <summary>
    /// Rows that only say that the project is there: by client, by provider, by whom it awaits, by when it ended and in whose charge.
    /// </summary>
    internal IEnumerable<string> Links
    {
        get
        {
            yield return $"{ProjectsOfClient(Client)}{Keys.Part(Project)}";
            foreach (var provider in ProviderIds) yield return $"{ProjectsOfProvider(provider)}{Keys.Part(Project)}";
            if (Awaited is not null) yield return $"{Awaiting(Awaited)}{Keys.Part(Project)}";
            if (ClosedAt is { } at) yield return $"{EndedAt(at)}{Keys.Part(InCharge ?? "")}:{Keys.Part(Project)}";
        }
    }

    public static string Awaiting(string? person) => person is null ? "a:" : $"a:{Keys.Part(person)}:";

    public static string EndedAt(long at) => $"e:{SortableInstant.Digits(at)}:";

    public static string ProjectsOfClient(string client) => $"l:{Keys.Part(client)}:";

    public static string ProjectsOfProvider(string provider) => $"p:{Keys.Part(provider)}:";

    internal IEnumerable<string> All => Links.Append(Card).Concat(new[] { Queue, Wake }.OfType<string>());

    string[] ProviderIds => Providers.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <remarks>The parameters alone: what follows from them is no public property.</remarks>
    public string Write() => JsonSerializer.Serialize(this);

    public static Footprint Read(string json) =>
        JsonSerializer.Deserialize<Footprint>(json) ?? throw new JsonException("A footprint is never null.");

    string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())).AsSpan(0, 8));
}
