using FollowUp.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary><c>PUT /api/providers/{id}</c>: replaces the provider's contact, language and subscription. Idempotent.</summary>
static class ProviderEndpoint
{
    public static async Task<IResult> Handle(string id, ProviderRequest request, HttpContext http, IDirectory directory)
    {
        var provider = ProviderReader.Create(id, request, await directory.FindProvider(id, http.RequestAborted));
        await directory.PutProvider(provider, http.RequestAborted);
        return TypedResults.Ok(ProviderResponse.Of(provider));
    }
}
