using FollowUp.Application.People;
using FollowUp.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary><c>PUT /api/providers/{id}</c>: contact, language, subscription; the whole card each time.</summary>
static class ProviderDoor
{
    public static async Task<IResult> Put(string id, Body<ProviderRequest> body, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Check);
        if (r.PrivilegeUntil is { } until)
        {
            check.Sane("privilegeUntil", until);
        }

        var card = new ProviderProfile(
            check.Id("id", id), check.Line("name", r.Name), check.Email("email", r.Email), check.TheLanguage("language", r.Language),
            r.PrivilegeUntil);
        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        await directory.PutProvider(card, body.Aborted);
        return TypedResults.Ok(ProviderAnswer.Of(card));
    }
}
