using FluentValidation;
using FollowUp.Domain.Projects;
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

    internal AddNote ToNote() => new(new FreeText(NormalizedText.MultiLine(Text!)), Visibility ?? Domain.Projects.Commands.Visibility.Internal);
}

sealed class NoteValidator : RequestValidator<NoteRequest>
{
    public NoteValidator() => RuleFor(r => r.Text).Required().MultiLine();
}
