using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Takes a shared note out of the follow-up feed.</summary>
public sealed record WithdrawNoteRequest : CommandRequest
{
    /// <summary>The sequence number of the note in the timeline.</summary>
    public int? Seq { get; init; }

    internal override LocalizedText Confirmation => new("Note retirée du fil de suivi.", "Note withdrawn from the feed.");

    internal override Command ToCommand(Instant now) => new WithdrawNote(Seq!.Value);
}

sealed class WithdrawNoteValidator : RequestValidator<WithdrawNoteRequest>
{
    public WithdrawNoteValidator() => RuleFor(r => r.Seq).Required();
}
