using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Takes a closing back, within ten minutes.</summary>
public sealed record UndoRequest : CommandRequest
{
    internal override Command ToCommand(Instant now) => new Undo();
}
