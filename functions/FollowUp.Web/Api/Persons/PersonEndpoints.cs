using FollowUp.Application.Persons;
using FollowUp.Application.Projects;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Persons;

/// <summary>What concerns a person over all their projects.</summary>
static class PersonEndpoints
{
    /// <summary><c>POST /api/clients/{id}/consents</c>. A consent that is known already changes nothing.</summary>
    public static async Task<IResult> RecordConsent(
        string id, HttpContext http, RecordConsentRequest request, PersonCommands commands, PersonLoader persons)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        var result = await commands.RecordConsent(
            id, request.ToCommand(), ApiCaller.Of(http).Actor, IdempotencyKeyHeader.Read(http, request), cancellation);
        return result switch
        {
            CommandResult.Succeeded => TypedResults.Ok(ContactHistoryResponse.Of(await persons.Load(id, cancellation))),
            CommandResult.NotFound => Problem.UnknownClient(language),
            _ => Problem.Of(result, language),
        };
    }

    /// <summary><c>POST /api/persons/join</c>. Clients who are one person already stay so.</summary>
    public static async Task<IResult> Join(HttpContext http, JoinPersonsRequest request, PersonCommands commands)
    {
        var language = http.GetLanguage();
        return await commands.Join([.. request.Clients!.Distinct(StringComparer.Ordinal)], ApiCaller.Of(http).Actor, http.RequestAborted) switch
        {
            ({ } person, _) => TypedResults.Ok(ContactHistoryResponse.Of(person)),
            (_, { } refusal) => Problem.Of(refusal, language),
            _ => Problem.UnknownClient(language),
        };
    }
}
