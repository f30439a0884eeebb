using FollowUp.Application.Masking;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Commands;

/// <summary>A note that goes with a call.</summary>
public sealed record NoteRequest
{
    public string? Text { get; init; }

    /// <summary>Internal by default.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>How a shared note with personal data is published; asked for when it holds any.</summary>
    public SharedTextMasking? Masking { get; init; }

    internal SharedText? SharedText =>
        Visibility == Domain.Projects.Commands.Visibility.Shared ? new SharedText(NormalizedText.MultiLine(Text!), Question: null, Masking) : null;

    internal AddNote ToNote() => new(new FreeText(NormalizedText.MultiLine(Text!)), Visibility ?? Domain.Projects.Commands.Visibility.Internal)
    {
        AsWritten = Masking == SharedTextMasking.AsWritten,
    };
}

sealed class NoteValidator : RequestValidator<NoteRequest>
{
    public NoteValidator() => RuleFor(r => r.Text).Required().MultiLine();
}
