using FollowUp.Application.Masking;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>The answer to a provider's question.</summary>
public sealed record AnswerQuestionRequest : CommandRequest
{
    /// <summary>The id of the question, as in the queue.</summary>
    public string? Question { get; init; }

    public string? Text { get; init; }

    /// <summary>How an answer with personal data is sent; asked for when it holds any.</summary>
    public SharedTextMasking? Masking { get; init; }

    internal override SharedText? SharedText => new(NormalizedText.MultiLine(Text!), Question, Masking);

    internal override LocalizedText Confirmation => new("Réponse envoyée.", "Answer sent.");

    internal override Command ToCommand(Instant now) => new AnswerQuestion(Question!, new FreeText(NormalizedText.MultiLine(Text!)))
    {
        AsWritten = Masking == SharedTextMasking.AsWritten,
    };
}

sealed class AnswerQuestionValidator : RequestValidator<AnswerQuestionRequest>
{
    public AnswerQuestionValidator()
    {
        RuleFor(r => r.Question).Required().Id();
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
