using FollowUp.Application.Integrity;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Board;

/// <summary>Adds the facts of projects of earlier versions, which stored none. May be interrupted and repeated.</summary>
public sealed class BoardFill(IProjectStore store, IBoardStore board, PolicyLoader policies, IKeyValueStore settings)
{
    const string DoneKey = "board-filled";

    /// <summary>Whether the facts of all projects are stored.</summary>
    public async ValueTask<bool> IsDone(CancellationToken cancellation = default) => await settings.Get(DoneKey, cancellation) is not null;

    /// <summary>Adds what is missing; does nothing once that is done. A project whose timeline cannot be read is left out.</summary>
    public async Task Run(CancellationToken cancellation = default)
    {
        if (await IsDone(cancellation))
        {
            return;
        }

        var policy = await policies.Load(null, cancellation);
        await foreach (var id in store.ListProjectIds(cancellation))
        {
            try
            {
                while (await store.Load(id, cancellation) is { Project: { Figures: null } project } && !await TryAdd(project, policy, cancellation))
                {
                    // A newer commit changed the project since its timeline was read.
                }
            }
            catch (Exception unreadable) when (ProjectVerifier.IsUnreadable(unreadable))
            {
                // "rebuild" names the project.
            }
        }

        await board.AddUp(cancellation);
        await settings.GetOrSet(DoneKey, "done", cancellation);
    }

    async Task<bool> TryAdd(Project project, Policy policy, CancellationToken cancellation)
    {
        var entries = await store.LoadEntries(project.Id, 1, project.Version, cancellation);
        var timeline = entries.Select(entry => TimelineJson.Read(entry.Json)).ToList();
        var folded = Evolution.Fold(timeline);

        // A timeline without its end never gives the stored version; "verify" names the project.
        return folded.Version != project.Version || await store.Rebuild(folded, BoardFacts.Create(timeline, policy), cancellation);
    }
}
