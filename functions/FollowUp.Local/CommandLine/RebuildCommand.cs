using FollowUp.Application.Board;
using FollowUp.Application.Integrity;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;

namespace FollowUp.Local.CommandLine;

/// <summary><c>rebuild</c>: rebuilds snapshots and read models from the timelines. May be run any number of times.</summary>
static class RebuildCommand
{
    /// <summary>Another process may write to a project between the read of its timeline and the write.</summary>
    const int MaxAttempts = 3;

    public static System.CommandLine.Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var command = new System.CommandLine.Command("rebuild", "Rebuilds the read models from the timelines.") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var (rebuilt, broken) = await RebuildAll(store, cancellation);
            await Console.Error.WriteLineAsync($"{rebuilt} projects rebuilt from their timelines.");
            return broken == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Rebuilds every project whose timeline is whole, and names the others. No project stops the rest.</summary>
    public static async Task<(int Rebuilt, int Broken)> RebuildAll(IStore store, CancellationToken cancellation)
    {
        var (rebuilt, broken) = (0, 0);
        var calendar = (await store.Department.Read(cancellation)).Settings.CreateCalendar();
        var policy = await new PolicyLoader(store.Directory, calendar).Load(null, cancellation);
        await store.Board.Clear(cancellation);
        await foreach (var id in store.Projects.ListProjectIds(cancellation))
        {
            if (await Rebuild(store, id, policy, cancellation) is not { } fault)
            {
                rebuilt++;
                continue;
            }

            broken++;
            await Console.Error.WriteLineAsync($"{id}: {fault}. The project is not rebuilt.");
        }

        await store.Board.AddUp(cancellation);
        return (rebuilt, broken);
    }

    /// <returns>Why the project is not rebuilt; null when it is.</returns>
    static async Task<string?> Rebuild(IStore store, string id, Policy policy, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; attempt <= MaxAttempts; attempt++)
            {
                var timeline = await store.Projects.ReadTimeline(id, cancellation).ToListAsync(cancellation);
                if (timeline.Count == 0)
                {
                    return "its timeline is empty";
                }

                if (HashChain.FindFirstBroken(timeline) is { } tampered)
                {
                    return $"the hash of entry {tampered.Seq} does not match the entry before it";
                }

                var events = timeline.Select(e => TimelineJson.Read(e.Json)).ToList();
                if (await store.Projects.Rebuild(Evolution.Fold(events), BoardFacts.Create(events, policy), cancellation))
                {
                    return null;
                }
            }

            return "it changed while it was read, or its timeline has no end";
        }
        catch (Exception unreadable) when (ProjectVerifier.IsUnreadable(unreadable))
        {
            return $"its timeline cannot be read ({unreadable.GetType().Name})";
        }
    }
}
