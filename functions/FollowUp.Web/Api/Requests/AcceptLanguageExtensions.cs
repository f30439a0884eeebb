using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Requests;

/// <summary>The language of an answer to a machine: what <c>Accept-Language</c> prefers of the two, French when it says nothing.</summary>
static class AcceptLanguageExtensions
{
    public static Language AcceptedLanguage(this HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
        {
            return Language.French;
        }

        return request.GetTypedHeaders().AcceptLanguage
            .Where(a => a.Quality != 0)
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => Named(a.Value.Value ?? ""))
            .FirstOrDefault(l => l is not null) ?? Language.French;
    }

    static Language? Named(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };
}
