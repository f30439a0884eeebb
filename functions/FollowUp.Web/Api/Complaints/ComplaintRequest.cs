using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Complaints;

/// <summary>A complaint of a provider or client.</summary>
public sealed record ComplaintRequest
{
    public ComplainantRequest? From { get; init; }

    /// <summary>The project that it is about; null when it is about none.</summary>
    public string? Project { get; init; }

    public string? Text { get; init; }
}

sealed class ComplaintValidator : RequestValidator<ComplaintRequest>
{
    static readonly LocalizedText MustBeKnownProject = new("aucun projet ne porte ce numéro", "there is no project with this id");

    public ComplaintValidator(IDirectory directory, IProjectStore store)
    {
        RuleFor(r => r.From).Required().SetValidator(new ComplainantValidator(directory)!);
        RuleFor(r => r.Project)
            .MustAsync(async (id, cancellation) => id is null || await store.Load(id, cancellation) is not null).WithText(MustBeKnownProject);
        RuleFor(r => r.Text).Required().MultiLine(TextRules.MaxLongTextLength);
    }
}
