using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
    const int Longest = 255;

    /// <summary>What the description of the API says of the header.</summary>
    public static readonly string Description =
        FormattableString.Invariant($"1 to {Longest} visible ASCII characters, new for each command. For {ExpiredRowCleaner.ApiKeyRetention.Days} days ")
        + "the same key and body get the first answer again, a 403 or 409 and an answer that changed nothing included; 400, 404, 412, 413 "
        + "and 415 are not kept. Another body under the key gets 422. A caller that may repeat a command after a lost answer must send a key: without one, the repeat is a command of "
        + "its own.";

    public static string? Read(HttpRequest request) => request.Headers[Header] is [{ Length: > 0 } key] ? key : null;

    public static void Validate(HttpRequest request, InputValidator check)
    {
        var given = request.Headers[Header];
        if (given.Count > 0 && (Read(request) is not { Length: <= Longest } key || key.Any(c => c is < '!' or > '~')))
        {
            check.AddError(Header, new LocalizedText(
                $"fait 1 à {Longest} caractères ASCII visibles", $"is 1 to {Longest} visible ASCII characters long"));
        }
    }

    /// <remarks>Two callers may use the same key; what is kept of it names neither.</remarks>
    public static IdempotencyKey ToIdempotencyKey<T>(string key, ApiCaller caller, PathString path, T request) =>
        new($"api.{Digest(caller.Actor.Id, key)}", Digest(path.Value ?? "", ToCanonicalJson(request)), ExpiredRowCleaner.ApiKeyRetention);

    /// <summary>The request as data: without the spacing and the order that it was written in.</summary>
    public static string ToCanonicalJson<T>(T request) => JsonSerializer.Serialize(request, ApiJsonOptions.Options);

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Digest(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
