using System.Security.Cryptography;
using System.Text;
using FluentValidation.Results;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Requests;

/// <summary>The <c>Idempotency-Key</c> of a request: the same key and request again gets the first answer.</summary>
static class IdempotencyKeyHeader
{
    public const string Header = "Idempotency-Key";
    const int MaxLength = 255;

    static readonly ValidationFailure Invalid = FieldErrors.Create(Header, new LocalizedText(
        $"fait 1 à {MaxLength} caractères ASCII visibles", $"is 1 to {MaxLength} visible ASCII characters long"));

    /// <summary>What the description of the API says of the header.</summary>
    public static readonly string Description =
        FormattableString.Invariant($"1 to {MaxLength} visible ASCII characters, new for each command. For {RetentionPeriods.IdempotencyKeys.Days} days ")
        + "the same key and body get the first answer again, a 403 or 409 and an answer that changed nothing included; 400, 404, 412, 413 "
        + "and 415 are not kept. Another body under the key gets 422. A caller that may repeat a command after a lost answer must send a key: without one, the repeat is a command of "
        + "its own.";

    /// <summary>The key of a valid request; null without one. Another caller's key of the same text is another key.</summary>
    public static IdempotencyKey? Read<T>(HttpContext http, T request) => ReadText(http.Request) is { } key
        ? new IdempotencyKey(
            $"api.{Digest(ApiCaller.Of(http).Actor.Id, key)}",
            Digest(http.Request.Path.Value ?? "", CanonicalRequestJson.Write(request)),
            RetentionPeriods.IdempotencyKeys)
        : null;

    /// <returns>None for a valid key, and for none.</returns>
    public static IEnumerable<ValidationFailure> Validate(HttpRequest request)
    {
        var isValid = request.Headers[Header].Count == 0 || (ReadText(request) is { Length: <= MaxLength } key && key.All(c => c is >= '!' and <= '~'));
        return isValid ? [] : [Invalid];
    }

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Digest(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    static string? ReadText(HttpRequest request) => request.Headers[Header] is [{ Length: > 0 } key] ? key : null;
}
