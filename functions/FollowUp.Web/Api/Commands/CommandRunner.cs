using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Masking;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Commands;

/// <summary>Runs a valid request of staff on a project. Text for providers is checked before it is recorded.</summary>
sealed class CommandRunner(ProjectCommands commands, IProjectStore store, SharedTextGate gate, HandOverLimit handOvers, TimeProvider time)
{
    /// <param name="id">The project.</param>
    /// <param name="request">A request that its validator accepted.</param>
    /// <param name="actor">Who gives the command.</param>
    /// <param name="key">A repeat under this key gets the first answer; null for none.</param>
    /// <param name="ifVersion">The version that the project must have; null for any.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public async Task<CommandResult> Run(
        string id, CommandRequest request, Actor actor, IdempotencyKey? key, long? ifVersion, CancellationToken cancellation)
    {
        var command = request.ToCommand(time.GetCurrentInstant());
        if (await handOvers.FindRefusal(id, command, actor, key, cancellation) is { } tooMany)
        {
            return new CommandResult.Refused(tooMany);
        }

        var stored = request.SharedText is null && request is not WithdrawNoteRequest ? null : await store.Load(id, cancellation);
        var refusal = stored is null
            ? null
            : await gate.FindNoteRefusal(stored, request, cancellation)
                ?? (await gate.FindStop(stored, request, command, actor, key, cancellation))?.Refusal;
        return refusal is null
            ? await commands.Record(id, command, actor, key, ifVersion, request.DossierChange, stored, cancellation)
            : new CommandResult.Refused(refusal) { Project = stored!.Project };
    }
}
