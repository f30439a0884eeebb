using FluentValidation.Results;
using FollowUp.Domain.Permissions;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Api.Requests;

/// <summary>
/// Checks the request, the id in the address and the idempotency key before an endpoint runs, and answers 400 with all that is wrong, or 403 to a caller who may not call it at all.
/// </summary>
sealed class ValidationFilter(RequestValidators validators, CommandGate commands) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var metadata = http.GetEndpoint()!.Metadata;
        var failures = new List<ValidationFailure>(
            metadata.GetMetadata<IAcceptsMetadata>() is null ? [] : IdempotencyKeyHeader.Validate(http.Request));
        if (metadata.GetMetadata<ChecksId>() is not null && !TextRules.IsId((string)http.GetRouteValue("id")!))
        {
            failures.Add(FieldErrors.Create("id", TextRules.MustBeId));
        }

        foreach (var argument in context.Arguments)
        {
            failures.AddRange(argument is null ? [] : await validators.Validate(argument, http.RequestAborted));
        }

        return failures.Count == 0 ? await next(context)
            : await FindRefusal(context) is { } refusal ? Problem.Of(refusal, http.GetLanguage())
            : Problem.Invalid(failures, http.GetLanguage());
    }

    /// <summary>What the caller is refused whatever the fields say: 403 comes before 400.</summary>
    async ValueTask<Refusal?> FindRefusal(EndpointFilterInvocationContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()!.Metadata.GetMetadata<RoleCheck>() is { } check)
        {
            return await check.FindRefusal(http);
        }

        return context.Arguments.OfType<CommandRequest>().FirstOrDefault() is { } command
            ? await commands.FindRefusal((string)http.GetRouteValue("id")!, command.GetType(), ApiCaller.Of(http).Actor, http.RequestAborted)
            : null;
    }

    /// <summary>Marks an endpoint that creates what the address names.</summary>
    internal sealed class ChecksId;
}

static class ValidationFilterExtensions
{
    /// <summary>Refuses an address whose <c>{id}</c> is no id that a new record may have.</summary>
    public static TBuilder CheckId<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ValidationFilter.ChecksId());
}
