using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>The pages that ask a browser for a passkey. The script for that is the only one that they may run.</summary>
static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var pages = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
        {
            var options = context.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<PagesOptions>>().CurrentValue;
            PageSecurityHeaders.Set(context.HttpContext.Response.Headers, PageSecurityHeaders.ForScript(options.Address("/assets/passkey.js")));
            return await next(context);
        });
        pages.MapMethods(ConsoleAddresses.SecondStep, reading, (HttpContext context, SecondStepHandler step) => step.Show(context));
        pages.MapPost(ConsoleAddresses.SecondStep, (HttpContext context, SecondStepHandler step) => step.Act(context));
        pages.MapMethods(ConsoleAddresses.Passkeys, reading, Show);
        pages.MapPost(ConsoleAddresses.Passkeys, Act);
    }

    static Task<IResult> Show(HttpContext context, ConsoleVisitFactory visits, PasskeyPageHandler passkeys) =>
        visits.Answer(context, visit => passkeys.Show(visit, context));

    static Task<IResult> Act(HttpContext context, ConsoleVisitFactory visits, PasskeyPageHandler passkeys) =>
        visits.Answer(context, visit => passkeys.Act(visit, context));
}
