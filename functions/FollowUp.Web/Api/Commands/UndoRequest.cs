using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Takes a closing back, within ten minutes.</summary>
public sealed record UndoRequest : CommandRequest
{
    internal override LocalizedText Confirmation => new("Clôture annulée.", "Closing undone.");

    internal override Command ToCommand(Instant now) => new Undo();
}
