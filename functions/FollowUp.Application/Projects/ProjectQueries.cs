using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Projects;

/// <summary>Reads projects for pages and the API. Thread-safe; it changes nothing.</summary>
public sealed class ProjectQueries(IProjectStore store, IDirectory directory, WorkingCalendar calendar)
{
    /// <summary>Loads a project with its whole timeline.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="asOf">An earlier version; null for the current one.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>Null when there is no project with this id.</returns>
    public async Task<ProjectView?> Load(string projectId, Language language, long? asOf = null, CancellationToken cancellation = default) =>
        await store.Load(projectId, cancellation) is { } stored ? await Load(stored, language, asOf, cancellation) : null;

    /// <summary>Completes a project that the caller has loaded; the timeline ends with its version.</summary>
    /// <inheritdoc cref="Load(string, Language, long?, CancellationToken)" path="/param"/>
    /// <param name="stored">The project.</param>
    public async Task<ProjectView> Load(StoredProject stored, Language language, long? asOf = null, CancellationToken cancellation = default)
    {
        var projectId = stored.Project.Id;
        var entries = new List<TimelineEntry>();
        await foreach (var entry in store.ReadTimeline(projectId, cancellation))
        {
            if (entry.Seq <= (asOf ?? stored.Project.Version))
            {
                entries.Add(entry);
            }
        }

        var timeline = entries.ConvertAll(e => TimelineJson.Read(e.Json));
        var project = asOf is { } version && version < stored.Project.Version ? Evolution.Fold(timeline) : stored.Project;
        var text = await LoadTimelineText(projectId, language, cancellation);
        var lines = timeline.Zip(entries, (recorded, entry) => CreateLine(recorded, entry.Kind, entry.Hash, text, language));
        return new ProjectView(
            project,
            await store.LoadDossier(projectId, cancellation),
            project.InCharge is { } inCharge ? await directory.FindStaff(inCharge, cancellation) : null,
            [.. lines],
            text);
    }

    /// <summary>A loaded project with the timeline entries from sequence number <paramref name="first"/> to <paramref name="last"/>. The view has no dossier.</summary>
    public async Task<ProjectView> LoadPage(
        StoredProject stored, long first, long last, Language language, CancellationToken cancellation = default)
    {
        var project = stored.Project;
        var entries = first > last ? [] : await store.LoadEntries(project.Id, first, last, cancellation);
        var text = entries.IsEmpty ? await LoadNames(language, cancellation) : await LoadTimelineText(project.Id, language, cancellation);
        return new ProjectView(
            project,
            Dossier: null,
            project.InCharge is { } inCharge ? await directory.FindStaff(inCharge, cancellation) : null,
            [.. entries.Select(entry => CreateLine(TimelineJson.Read(entry.Json), entry.Kind, entry.Hash, text, language))],
            text);
    }

    /// <summary>
    /// The project after a command and the timeline entries that it added, from the result in hand: no project is loaded. The view has no dossier.
    /// </summary>
    public async Task<ProjectView> CreateView(CommandResult.Succeeded result, Language language, CancellationToken cancellation = default)
    {
        var text = await LoadNames(language, cancellation);
        var inCharge = result.Project.InCharge is { } id ? await directory.FindStaff(id, cancellation) : null;
        return new ProjectView(
            result.Project, Dossier: null, inCharge, [.. result.Entries.Select(e => CreateLine(e.Recorded, e.Kind, e.Hash, text, language))], text);
    }

    /// <summary>Describes the timeline of a project, with the current names and the texts that were not erased.</summary>
    public async Task<TimelineText> LoadTimelineText(string projectId, Language language, CancellationToken cancellation = default)
    {
        var texts = await store.LoadPersonalTexts(projectId, cancellation);
        return await LoadNames(language, cancellation) with
        {
            ResolveText = freeText => freeText?.Text ?? (freeText?.Key is { } key ? texts.GetValueOrDefault(key) : null),
        };
    }

    /// <summary>Describes events with the current names, for lists of many projects. Free text is shown only where the event has it.</summary>
    public async Task<TimelineText> LoadNames(Language language, CancellationToken cancellation = default)
    {
        var names = (await directory.AllStaff(cancellation)).Concat(await directory.FormerStaff(cancellation))
            .Select(s => (s.Id, Name: s.GetDisplayName(language)))
            .Concat((await directory.AllProviders(cancellation)).Select(p => (p.Id, p.Name)))
            .ToImmutableDictionary(n => n.Id, n => n.Name);
        return new TimelineText(language, calendar, id => names.GetValueOrDefault(id, id), freeText => freeText?.Text);
    }

    TimelineLine CreateLine(RecordedEvent recorded, string kind, string hash, TimelineText text, Language language)
    {
        var sentence = text.Describe(recorded);
        return new(
            recorded.Seq, recorded.At, kind, FormatActor(recorded, text.ResolveName, language), sentence, hash,
            recorded.Plan?.Next.Describe(language, calendar), recorded.Event)
        {
            DescribeForWebsite = () => WebsiteReading.MayReadWords(recorded.Event) ? sentence : (text with { LeavesWordsOut = true }).Describe(recorded),
            Role = recorded.Role,
            First = recorded.First,
        };
    }

    /// <summary>A pending decision is shown as automatic, whatever actor's command led to it.</summary>
    static string FormatActor(RecordedEvent recorded, Func<string, string> name, Language language) => recorded.Role switch
    {
        _ when PendingDecision.FromEvent(recorded.Event) is not null => new LocalizedText("Automatique", "Automatic").In(language),
        Role.System => new LocalizedText("Automatique", "Automatic").In(language),
        Role.Client => new LocalizedText("Le client", "The client").In(language),
        Role.Website => new LocalizedText("Le site", "The website").In(language),
        _ => name(recorded.By),
    };
}
