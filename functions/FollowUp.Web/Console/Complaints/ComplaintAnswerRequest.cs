using FollowUp.Application.Complaints;
using FollowUp.Application.Masking;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Complaints;

/// <summary>The answer to a complaint, for page and API.</summary>
public sealed record ComplaintAnswerRequest
{
    public ComplaintCause? Cause { get; init; }

    /// <summary>What is mailed; greeting and signature are added.</summary>
    public string? Text { get; init; }

    /// <summary>How an answer to a provider with personal data is sent; asked for when it holds any.</summary>
    public SharedTextMasking? Masking { get; init; }
}

sealed class ComplaintAnswerValidator : RequestValidator<ComplaintAnswerRequest>
{
    public ComplaintAnswerValidator()
    {
        RuleFor(r => r.Cause).Required();
        RuleFor(r => r.Text).Required().MultiLine(TextRules.MaxLongTextLength);
    }
}
