using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Integrity;

/// <summary>
/// Checks that what is stored of a project is what the program wrote: the hash chain and its end, the signature of the newest entry, columns and snapshot
/// against the events, and free texts against their digests. It changes nothing. Thread-safe.
/// </summary>
public sealed class ProjectVerifier(IProjectStore store, AnchorKeys keys)
{
    const int MaxAttempts = 5;

    /// <summary>Checks one project.</summary>
    /// <returns>Null when there is no such project.</returns>
    public async Task<ChainReport?> Verify(string projectId, CancellationToken cancellation = default) =>
        (await Check(projectId, cancellation)) is var (report, _) ? report : null;

    /// <summary>Checks one project. What is committed while it reads is read again, so that a host that serves meanwhile causes no fault.</summary>
    /// <returns>The report with the timeline, oldest first; null when there is no such project.</returns>
    internal async Task<(ChainReport Report, ImmutableArray<TimelineEntry> Timeline)?> Check(string projectId, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await LoadHead(projectId, cancellation);
            var found = await CheckOnce(projectId, cancellation);
            if (found is not ({ IsIntact: false }, _) || attempt == MaxAttempts || before == await LoadHead(projectId, cancellation))
            {
                return found;
            }
        }
    }

    async Task<string?> LoadHead(string projectId, CancellationToken cancellation)
    {
        try
        {
            return (await store.Load(projectId, cancellation))?.Head;
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return null;
        }
    }

    async Task<(ChainReport Report, ImmutableArray<TimelineEntry> Timeline)?> CheckOnce(string projectId, CancellationToken cancellation)
    {
        StoredProject? stored = null;
        var faults = ImmutableArray.CreateBuilder<IntegrityFault>();
        try
        {
            stored = await store.Load(projectId, cancellation);
            if (stored is null)
            {
                return null;
            }
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            faults.Add(new IntegrityFault("unreadable", null, new LocalizedText("l’état du projet est illisible", "the state of the project cannot be read")));
        }

        var timeline = ImmutableArray.CreateBuilder<TimelineEntry>();
        try
        {
            await foreach (var entry in store.ReadTimeline(projectId, cancellation))
            {
                timeline.Add(entry);
            }
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            faults.Add(new IntegrityFault("unreadable", null, new LocalizedText("le fil est illisible", "the timeline cannot be read")));
        }

        var broken = FindBroken(timeline, faults);
        var recorded = ReadEvents(timeline, faults);
        var head = timeline.Count == 0 ? "" : timeline[^1].Hash;
        var missing = stored is null ? 0 : stored.Project.Version - (timeline.Count == 0 ? 0 : timeline[^1].Seq);
        var isSigned = false;
        if (stored is not null)
        {
            CheckEnd(stored, timeline, missing, faults);
            isSigned = CheckSignature(stored, timeline, faults);
            await CheckState(stored, recorded, faults, cancellation);
        }

        var texts = await CheckTexts(projectId, timeline, recorded, faults, cancellation);
        return (new ChainReport(timeline.Count, head, broken, texts, missing, [.. faults.OrderBy(fault => fault.Entry ?? long.MaxValue)]) { IsSigned = isSigned }, timeline.ToImmutable());
    }

    /// <summary>Whether an exception tells that a row is not one that this version wrote, and not that the storage failed.</summary>
    public static bool IsUnreadable(Exception failure) =>
        failure is JsonException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or InvalidCastException
            or NullReferenceException or NotSupportedException or OverflowException or System.Diagnostics.UnreachableException;

    static long? FindBroken(ImmutableArray<TimelineEntry>.Builder timeline, ImmutableArray<IntegrityFault>.Builder faults)
    {
        var broken = HashChain.FindFirstBroken(timeline)?.Seq;
        var gap = timeline.Where((entry, i) => entry.Seq != i + 1).Select(entry => (long?)entry.Seq).FirstOrDefault();
        var first = broken is null || gap < broken ? gap ?? broken : broken;
        if (first is { } seq)
        {
            faults.Add(new IntegrityFault("chain", seq, new LocalizedText(
                $"l’entrée {seq} ne suit pas de la précédente", $"entry {seq} does not follow from the one before")));
        }

        return first;
    }

    /// <returns>Empty when an entry cannot be read.</returns>
    static ImmutableArray<RecordedEvent> ReadEvents(ImmutableArray<TimelineEntry>.Builder timeline, ImmutableArray<IntegrityFault>.Builder faults)
    {
        var recorded = ImmutableArray.CreateBuilder<RecordedEvent>();
        var isWhole = true;
        foreach (var entry in timeline)
        {
            try
            {
                var read = TimelineJson.Read(entry.Json);
                recorded.Add(read);
                var kind = TimelineJson.GetKind(read.Event);
                foreach (var column in new[] { (entry.Seq != read.Seq, "seq"), (entry.At != read.At, "at"), (entry.Kind != kind, "kind") }.Where(column => column.Item1))
                {
                    faults.Add(new IntegrityFault("column", entry.Seq, new LocalizedText(
                        $"la colonne {column.Item2} de l’entrée {entry.Seq} ne dit pas ce que dit l’entrée", $"the column {column.Item2} of entry {entry.Seq} differs from the entry")));
                }
            }
            catch (Exception unreadable) when (IsUnreadable(unreadable))
            {
                isWhole = false;
                faults.Add(new IntegrityFault("unreadable", entry.Seq, new LocalizedText($"l’entrée {entry.Seq} est illisible", $"entry {entry.Seq} cannot be read")));
            }
        }

        return isWhole ? recorded.ToImmutable() : [];
    }

    static void CheckEnd(
        StoredProject stored, ImmutableArray<TimelineEntry>.Builder timeline, long missing, ImmutableArray<IntegrityFault>.Builder faults)
    {
        if (missing > 0)
        {
            faults.Add(new IntegrityFault("end-missing", null, new LocalizedText(
                $"entrées qui manquent à la fin : {missing}", $"entries missing at the end: {missing}")));
        }
        else if (missing < 0)
        {
            faults.Add(new IntegrityFault("end-missing", null, new LocalizedText(
                $"la version du projet a {-missing} de moins que son fil", $"the version of the project is {-missing} less than its timeline")));
        }
        else if (timeline.Count > 0 && stored.Head != timeline[^1].Hash)
        {
            faults.Add(new IntegrityFault("head", timeline[^1].Seq, new LocalizedText(
                "l’empreinte du projet n’est pas celle de sa dernière entrée", "the project’s hash is not that of its newest entry")));
        }
    }

    /// <returns>Whether the signature is the right one.</returns>
    bool CheckSignature(StoredProject stored, ImmutableArray<TimelineEntry>.Builder timeline, ImmutableArray<IntegrityFault>.Builder faults)
    {
        if (keys.Since is not { } since || timeline.Count == 0)
        {
            return false;
        }

        var newest = timeline[^1];
        if (stored.Signature is not { } signature)
        {
            if (newest.At >= since)
            {
                faults.Add(new IntegrityFault("signature", newest.Seq, new LocalizedText(
                    $"l’entrée {newest.Seq} n’est pas signée", $"entry {newest.Seq} is not signed")));
            }

            return false;
        }

        switch (HeadSignature.Verify(keys, stored.Project.Id, newest.Seq, newest.Hash, signature))
        {
            case true:
                return true;
            case false:
                faults.Add(new IntegrityFault("signature", newest.Seq, new LocalizedText(
                    $"la signature n’est pas celle de l’entrée {newest.Seq} : le fil a été réécrit ou coupé",
                    $"the signature is not that of entry {newest.Seq}: the timeline was rewritten or cut")));
                return false;
            default:
                faults.Add(new IntegrityFault("signature", newest.Seq, new LocalizedText(
                    $"la clé qui a signé l’entrée {newest.Seq} n’est pas connue", $"the key that signed entry {newest.Seq} is not known")));
                return false;
        }
    }

    async Task CheckState(
        StoredProject stored, ImmutableArray<RecordedEvent> recorded, ImmutableArray<IntegrityFault>.Builder faults, CancellationToken cancellation)
    {
        foreach (var column in await store.FindChangedColumns(stored.Project.Id, cancellation))
        {
            faults.Add(new IntegrityFault("column", null, new LocalizedText(
                $"la colonne {column} du projet ne dit pas ce que dit son état", $"the column {column} of the project differs from its state")));
        }

        if (recorded.IsEmpty)
        {
            return;
        }

        try
        {
            var folded = Evolution.Fold(recorded);
            if (folded.Version == stored.Project.Version && RecordJson.Write(folded) != RecordJson.Write(stored.Project))
            {
                faults.Add(new IntegrityFault("state", null, new LocalizedText(
                    "l’état du projet n’est pas celui qui suit de ses entrées", "the state of the project does not follow from its entries")));
            }
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            faults.Add(new IntegrityFault("state", null, new LocalizedText(
                "les entrées du projet ne se suivent pas", "the entries of the project do not follow from each other")));
        }
    }

    /// <summary>Without the dossier there is no salt, and the texts are erased with it.</summary>
    /// <returns>The numbers of the entries whose text was changed or is missing.</returns>
    async Task<IReadOnlyList<long>> CheckTexts(
        string project, ImmutableArray<TimelineEntry>.Builder timeline, ImmutableArray<RecordedEvent> recorded, ImmutableArray<IntegrityFault>.Builder faults,
        CancellationToken cancellation)
    {
        if (await LoadSalt(project, faults, cancellation) is not { } salt)
        {
            return [];
        }

        var texts = await store.LoadPersonalTexts(project, cancellation);
        var changed = texts.Where(text => PersonalTextExtractor.CreateKey(text.Value, salt) != text.Key).Select(text => text.Key).ToList();
        var entries = new List<long>();
        foreach (var entry in timeline.Where(entry => changed.Exists(key => entry.Json.Contains(key, StringComparison.Ordinal))))
        {
            entries.Add(entry.Seq);
            faults.Add(new IntegrityFault("text", entry.Seq, new LocalizedText(
                $"le texte de l’entrée {entry.Seq} n’est plus celui d’origine", $"the text of entry {entry.Seq} is not the original one")));
        }

        foreach (var e in recorded.Where(e => EventText.Find(e.Event) is { Key: { } key } && !texts.ContainsKey(key)))
        {
            entries.Add(e.Seq);
            faults.Add(new IntegrityFault("text", e.Seq, new LocalizedText($"le texte de l’entrée {e.Seq} manque", $"the text of entry {e.Seq} is missing")));
        }

        return entries;
    }

    async Task<string?> LoadSalt(string project, ImmutableArray<IntegrityFault>.Builder faults, CancellationToken cancellation)
    {
        try
        {
            return (await store.LoadDossier(project, cancellation))?.Salt;
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            faults.Add(new IntegrityFault("unreadable", null, new LocalizedText("les coordonnées du client sont illisibles", "the client’s details cannot be read")));
            return null;
        }
    }
}
