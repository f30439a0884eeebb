using System.Security.Cryptography;
using System.Text;
using FluentValidation.Results;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
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

    public static readonly LocalizedText MustBeVisible = new(
        $"fait 1 à {MaxLength} caractères ASCII visibles", $"is 1 to {MaxLength} visible ASCII characters long");

    static readonly ValidationFailure Invalid = FieldErrors.Create(Header, MustBeVisible);

    /// <summary>What the description of the API says of the header.</summary>
    public static readonly string Description =
        FormattableString.Invariant($"1 to {MaxLength} visible ASCII characters, new for each command. For {RetentionPeriods.IdempotencyKeys.Days} days ")
        + "the same key and body get the first answer again, a 403 or 409 and an answer that changed nothing included; 400, 404, 412, 413 "
        + "and 415 are not kept. Another body under the key gets 422. A caller that may repeat a command after a lost answer must send a key: without one, the repeat is a command of "
        + "its own.";

    /// <summary>The key of a valid request; null without one. Another caller's key of the same text is another key.</summary>
    public static IdempotencyKey? Read<T>(HttpContext http, T request) => ReadText(http.Request) is { } key
        ? Create(ApiCaller.Of(http).Actor, key, http.Request.Path.Value ?? "", request)
        : null;

    /// <param name="actor">The caller: another caller's key of the same text is another key.</param>
    /// <param name="key">The text of the key.</param>
    /// <param name="path">The decoded path that the request is sent to.</param>
    /// <param name="request">A valid request.</param>
    /// <typeparam name="T">The type that the endpoint reads.</typeparam>
    public static IdempotencyKey Create<T>(Actor actor, string key, string path, T request) => new(
        $"api.{Digest(actor.Id, key)}", Digest(path, CanonicalRequestJson.Write(request)), RetentionPeriods.IdempotencyKeys);

    /// <returns>None for a valid key, and for none.</returns>
    public static IEnumerable<ValidationFailure> Validate(HttpRequest request)
    {
        var isValid = request.Headers[Header].Count == 0 || (ReadText(request) is { } key && IsValid(key));
        return isValid ? [] : [Invalid];
    }

    public static bool IsValid(string key) => key.Length is >= 1 and <= MaxLength && key.All(c => c is >= '!' and <= '~');

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Digest(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    static string? ReadText(HttpRequest request) => request.Headers[Header] is [{ Length: > 0 } key] ? key : null;
}
