using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary><c>PUT /api/providers/{id}</c>: replaces the provider's contact, language and subscription. Idempotent.</summary>
static class ProviderEndpoint
{
    public static async Task<IResult> Handle(string id, ProviderRequest request, HttpContext http, IDirectory directory)
    {
        var provider = new ProviderProfile(
            id, NormalizedText.SingleLine(request.Name!), request.Email!.Trim(), TextRules.ToLanguage(request.Language!), request.PrivilegeUntil);
        await directory.PutProvider(provider, http.RequestAborted);
        return TypedResults.Ok(ProviderResponse.Of(provider));
    }
}
