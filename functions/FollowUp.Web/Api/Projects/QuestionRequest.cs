using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Projects;

/// <summary>A provider asks the coordinator in charge.</summary>
public sealed record QuestionRequest
{
    public string? Provider { get; init; }

    public string? Text { get; init; }
}

sealed class QuestionValidator : RequestValidator<QuestionRequest>
{
    public QuestionValidator(IDirectory directory)
    {
        RuleFor(r => r.Provider).Required().KnownProvider(directory);
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
