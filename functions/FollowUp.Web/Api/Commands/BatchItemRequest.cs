using System.Text.Json;
using FluentValidation;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Commands;

/// <summary>One command of a batch.</summary>
public sealed record BatchItemRequest
{
    /// <summary>The project's id. No other command of the batch names it.</summary>
    public string? Project { get; init; }

    /// <summary>The idempotency key of this command; the same as in the header <c>Idempotency-Key</c> of a single command. Null for none.</summary>
    public string? Key { get; init; }

    /// <summary>Act only at this version; null for any.</summary>
    public long? IfMatch { get; init; }

    /// <summary>A <see cref="CommandRequest"/>, read on its own: a fault in it is no fault of the others.</summary>
    public JsonElement? Command { get; init; }
}

sealed class BatchItemValidator : RequestValidator<BatchItemRequest>
{
    public BatchItemValidator()
    {
        RuleFor(r => r.Project).Required().Id();
        RuleFor(r => r.Key).Must(key => key is null || IdempotencyKeyHeader.IsValid(key)).WithText(IdempotencyKeyHeader.MustBeVisible);
        RuleFor(r => r.Command).Required();
    }
}
