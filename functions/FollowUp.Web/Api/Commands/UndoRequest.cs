using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Takes the last decision of the same person back, within ten minutes.</summary>
public sealed record UndoRequest : CommandRequest
{
    internal override LocalizedText Confirmation => new("Annulé : le projet reprend là où il en était.", "Undone: the project goes on from where it was.");

    internal override Command ToCommand(Instant now) => new Undo();
}
