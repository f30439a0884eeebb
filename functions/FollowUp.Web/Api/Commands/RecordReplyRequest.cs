using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>What the client answered by another way than a mail to the project: a sign of life.</summary>
public sealed record RecordReplyRequest : CommandRequest
{
    public string? Text { get; init; }

    /// <summary>When it was written or said, now by default.</summary>
    public Instant? At { get; init; }

    internal override LocalizedText Confirmation => new("Réponse du client notée.", "The client’s reply is logged.");

    internal override Command ToCommand(Instant now) =>
        new ReportReply(new FreeText(NormalizedText.MultiLine(Text!)), Instant.Min(At ?? now, now));
}

sealed class RecordReplyValidator : RequestValidator<RecordReplyRequest>
{
    public RecordReplyValidator(TimeProvider time)
    {
        RuleFor(r => r.Text).Required().MultiLine();
        RuleFor(r => r.At).InPast(time);
    }
}
