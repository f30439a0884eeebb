using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Authentication;

/// <summary>The bearer token of a member of staff, of which only the hash is kept.</summary>
public sealed class StaffTokens(ITokens tokens, IDirectory directory, StaffActorResolver actors)
{
    const string Scheme = "Bearer ";

    /// <summary>As <see cref="ITokens"/> keeps it: SHA-256, lower-case hex.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal async ValueTask<ApiCaller?> FindCaller(HttpRequest request, CancellationToken cancellation) =>
        request.Headers.Authorization is [{ } shown]
        && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && await tokens.FindStaff(Hash(shown[Scheme.Length..].Trim()), cancellation) is { } id
        && await directory.FindStaff(id, cancellation) is { } staff
            ? new ApiCaller(await actors.Resolve(staff, cancellation), staff)
            : null;
}
