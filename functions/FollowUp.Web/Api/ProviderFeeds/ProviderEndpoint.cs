using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary><c>PUT /api/providers/{id}</c>: contact, language, subscription; the whole card each time.</summary>
static class ProviderEndpoint
{
    public static async Task<IResult> Handle(string id, JsonBody<ProviderRequest> body, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Validator);
        if (r.PrivilegeUntil is { } until)
        {
            check.InSupportedYears("privilegeUntil", until);
        }

        var card = new ProviderProfile(
            check.Id("id", id), check.SingleLine("name", r.Name), check.Email("email", r.Email), check.ParseLanguage("language", r.Language),
            r.PrivilegeUntil);
        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        await directory.PutProvider(card, body.Aborted);
        return TypedResults.Ok(ProviderResponse.Of(card));
    }
}
