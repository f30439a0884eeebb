using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Links.ProviderPages;

/// <summary>A question from a provider's page.</summary>
public sealed record ProviderQuestionRequest
{
    public string? Project { get; init; }

    public string? Text { get; init; }
}

sealed class ProviderQuestionValidator : RequestValidator<ProviderQuestionRequest>
{
    public ProviderQuestionValidator()
    {
        RuleFor(r => r.Project).Required().Id();
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
