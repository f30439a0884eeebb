using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Simulation.Players;
using NodaTime;

namespace FollowUp.Local.Demo.Play;

/// <summary>
/// The people of a demo that plays: clients answer mails and calls, providers come forward, colleagues make their calls. They give the commands that the
/// pages give. What one person does, the one in whose place somebody sits, is left to them. Not thread-safe.
/// </summary>
/// <param name="store">Tells what has happened.</param>
/// <param name="index">The queues of the colleagues.</param>
/// <param name="directory">The colleagues.</param>
/// <param name="reactions">Who reacts to what.</param>
/// <param name="player">What they do.</param>
/// <param name="you">The id of the coordinator who is left to the visitor.</param>
sealed class PlayedPeople(IProjectStore store, IProjectIndex index, IDirectory directory, EventReactions reactions, PeoplePlayer player, string you)
{
    const int PageSize = 200;

    /// <summary>Calls of a queue that are looked at: the first ones may be outside the client's hours.</summary>
    const int MaxLookedAt = 20;

    readonly PriorityQueue<(string Project, Reaction Reaction), (Instant At, string Project, long Cause, ReactionKind Kind, int Provider)> waiting = new();
    readonly Dictionary<string, long> seen = [];
    Instant readUntil = Instant.MinValue;

    /// <summary>Everybody does what is due. A command that is refused is not repeated.</summary>
    /// <param name="commands">Takes the commands.</param>
    /// <param name="policies">The rules by which call times are offered.</param>
    /// <param name="now">Now.</param>
    public async Task Act(ProjectCommands commands, PolicyLoader policies, Instant now)
    {
        await ReadNews(now);
        while (waiting.TryPeek(out var next, out _) && next.Reaction.At <= now)
        {
            waiting.Dequeue();
            await React(commands, policies, next.Project, next.Reaction, now);
        }

        foreach (var colleague in (await directory.AllStaff()).Where(member => member.Role == Role.Coordinator && member.Id != you).OrderBy(member => member.Id, StringComparer.Ordinal))
        {
            await MakeCall(commands, policies, colleague.Id, now);
        }
    }

    /// <summary>The reactions to what has happened since. At first all timelines are read; what would have been done before now is left out.</summary>
    async Task ReadNews(Instant now)
    {
        var (isFirst, from) = (readUntil == Instant.MinValue, readUntil);
        ImmutableArray<ChangedProject> page = [];
        do
        {
            page = await store.ReadChanged(from, page.IsEmpty ? null : page[^1].Project.Id, PageSize);
            foreach (var changed in page) await ReadNews(changed.Project, isFirst ? now : Instant.MinValue);
        }
        while (page.Length == PageSize);

        readUntil = now;
    }

    async Task ReadNews(Project project, Instant notBefore)
    {
        var known = seen.GetValueOrDefault(project.Id);
        seen[project.Id] = project.Version;
        if (!project.IsOpen || known == project.Version) return;
        foreach (var entry in await store.LoadEntries(project.Id, known + 1, project.Version))
        {
            foreach (var reaction in reactions.Find(project, TimelineJson.Read(entry.Json)))
            {
                if (reaction.At >= notBefore) waiting.Enqueue((project.Id, reaction), (reaction.At, project.Id, reaction.Cause, reaction.Kind, reaction.Provider));
            }
        }
    }

    async Task React(ProjectCommands commands, PolicyLoader policies, string projectId, Reaction reaction, Instant now)
    {
        if (await store.Load(projectId) is not { Project: var project }) return;
        if (reaction.Kind is ReactionKind.AnswerClosing or ReactionKind.AnswerNotice && (project.InCharge is null || project.InCharge == you)) return;
        if (player.Decide(project, reaction, await policies.Load(project.InCharge), now) is var (command, actor)) await commands.Record(projectId, command, actor);
    }

    /// <summary>A colleague makes the first call of their queue that may be made now: one in five minutes.</summary>
    async Task MakeCall(ProjectCommands commands, PolicyLoader policies, string colleague, Instant now)
    {
        var policy = await policies.Load(colleague);
        foreach (var item in await index.GetQueue(colleague, MaxLookedAt))
        {
            if (item.Project.Next is not { Kind: ActionKind.Call } next) continue;
            if (next.DueAt > now) return;
            if (!CallPermission.ToDial(item.Project, item.Project.Contact, policy, now).IsAllowed) continue;
            await commands.Record(item.Project.Id, player.Call(item.Project, policy, now), new Actor(Role.Coordinator, colleague));
            return;
        }
    }
}
