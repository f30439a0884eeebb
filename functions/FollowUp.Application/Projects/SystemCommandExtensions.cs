using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Projects;

/// <summary>Records what scheduled jobs decide on a project.</summary>
static class SystemCommandExtensions
{
    /// <summary>Records a command of <see cref="Actor.Time"/>.</summary>
    /// <param name="commands">The commands of the store.</param>
    /// <param name="projectId">The project's id.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public static async Task RecordBySystem(this ProjectCommands commands, string projectId, Command command, CancellationToken cancellation)
    {
        if (await commands.Record(projectId, command, Actor.Time, cancellation: cancellation) is CommandResult.Refused { Refusal.Code: var code })
        {
            throw new InvalidOperationException($"Command {CommandNames.All[command.GetType()]} on project {projectId} was refused: {code}.");
        }
    }
}
