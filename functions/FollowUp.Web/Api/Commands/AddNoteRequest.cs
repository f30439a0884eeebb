using FollowUp.Application.Masking;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>A note on the project.</summary>
public sealed record AddNoteRequest : CommandRequest
{
    public string? Text { get; init; }

    /// <summary>Internal by default.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>How a shared note with personal data is published; asked for when it holds any.</summary>
    public SharedTextMasking? Masking { get; init; }

    internal override SharedText? SharedText =>
        Visibility == Domain.Projects.Commands.Visibility.Shared ? new SharedText(NormalizedText.MultiLine(Text!), Question: null, Masking) : null;

    internal override LocalizedText Confirmation => new("Note ajoutée.", "Note added.");

    internal override Command ToCommand(Instant now) =>
        new AddNote(new FreeText(NormalizedText.MultiLine(Text!)), Visibility ?? Domain.Projects.Commands.Visibility.Internal)
        {
            AsWritten = Masking == SharedTextMasking.AsWritten,
        };
}

sealed class AddNoteValidator : RequestValidator<AddNoteRequest>
{
    public AddNoteValidator() => RuleFor(r => r.Text).Required().MultiLine();
}
