using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Writes to the client by mail. It is no relaunch, does not count in the day's cap and moves no plan.</summary>
public sealed record WriteToClientRequest : CommandRequest
{
    public string? Subject { get; init; }

    /// <summary>Without greeting and signature, which every mail has.</summary>
    public string? Text { get; init; }

    internal override LocalizedText Confirmation => new(
        "Mail enregistré : il part dans deux minutes, et peut être annulé jusque-là.",
        "Email recorded: it leaves in two minutes and can be taken back until then.");

    internal override Command ToCommand(Instant now) =>
        new WriteToClient(new FreeText(new WrittenMail(Subject!.Trim(), NormalizedText.MultiLine(Text!)).ToString()));
}

sealed class WriteToClientValidator : RequestValidator<WriteToClientRequest>
{
    const int MaxSubjectLength = 150;

    public WriteToClientValidator()
    {
        RuleFor(r => r.Subject).Required().SingleLine(MaxSubjectLength);
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
