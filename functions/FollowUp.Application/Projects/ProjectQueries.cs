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

/// <summary>Reads projects for people and for the website.</summary>
public sealed class ProjectQueries(IProjectStore store, IDirectory directory, WorkingCalendar calendar)
{
    /// <summary>The project as it stands, or as it stood at an earlier version: its answer then, given again.</summary>
    public async Task<ProjectView?> Load(string projectId, Language language, long? asOf = null, CancellationToken cancellation = default)
    {
        return await store.Load(projectId, cancellation) is { } stored ? await Load(stored, language, asOf, cancellation) : null;
    }

    /// <summary>The same for a project that the caller has loaded: the timeline is shown up to its version.</summary>
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
        var words = await LoadTimelineText(projectId, language, cancellation);
        var lines = timeline.Zip(entries, (recorded, entry) => CreateLine(recorded, entry.Kind, entry.Hash, words, language));
        return new ProjectView(
            project,
            await store.LoadDossier(projectId, cancellation),
            project.InCharge is { } inCharge ? await directory.FindStaff(inCharge, cancellation) : null,
            [.. lines],
            words);
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

    /// <summary>The timeline's words with the names of today and the texts that are still filed.</summary>
    public async Task<TimelineText> LoadTimelineText(string projectId, Language language, CancellationToken cancellation = default)
    {
        var texts = await store.LoadPersonalTexts(projectId, cancellation);
        return await LoadNames(language, cancellation) with
        {
            ResolveText = filed => filed?.Text ?? (filed?.Key is { } key ? texts.GetValueOrDefault(key) : null),
        };
    }

    /// <summary>The words with the names of today, for lists of many projects.</summary>
    public async Task<TimelineText> LoadNames(Language language, CancellationToken cancellation = default)
    {
        var names = (await directory.AllStaff(cancellation)).Select(s => (s.Id, s.Name))
            .Concat((await directory.AllProviders(cancellation)).Select(p => (p.Id, p.Name)))
            .ToImmutableDictionary(n => n.Id, n => n.Name);
        return new TimelineText(language, calendar, id => names.GetValueOrDefault(id, id), filed => filed?.Text);
    }

    TimelineLine CreateLine(RecordedEvent recorded, string kind, string hash, TimelineText text, Language language) => new(
        recorded.Seq, recorded.At, kind, FormatActor(recorded, text.ResolveName, language), text.Describe(recorded.Event), hash,
        recorded.Plan?.Next.Describe(language, calendar), recorded.Event)
    {
        Role = recorded.Role,
    };

    /// <summary>A question to staff is the path's own, whoever's doing made it ask.</summary>
    static string FormatActor(RecordedEvent recorded, Func<string, string> name, Language language) => recorded.Role switch
    {
        _ when PendingDecision.FromEvent(recorded.Event) is not null => new LocalizedText("Automatique", "Automatic").In(language),
        Role.System => new LocalizedText("Automatique", "Automatic").In(language),
        Role.Client => new LocalizedText("Le client", "The client").In(language),
        Role.Website => new LocalizedText("Le site", "The website").In(language),
        _ => name(recorded.By),
    };
}
