using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Console.Passkeys;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.SignIn;

/// <summary>Shows sign-in links and goes on from them to the second step or the session.</summary>
sealed class SignInLinkHandler(
    IDirectory directory, LatestSignInLinks latest, SecondStepHandler secondStep, WorkingCalendar calendar, TimeProvider time)
{
    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await directory.FindStaff(link.Holder, context.RequestAborted) is { } staff
            ? Render(link, token, staff, await latest.GetState(link, context.RequestAborted), context)
            : LinkEndpoints.Unknown();

    public async Task<IResult> SignIn(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Holder, context.RequestAborted) is not { } staff)
        {
            return LinkEndpoints.Unknown();
        }

        if (!(await context.ReadPostedForm()).HasValidToken)
        {
            return Render(
                link, token, staff, await latest.GetState(link, context.RequestAborted), context, StatusCodes.Status400BadRequest, formExpired: true);
        }

        if (await latest.Use(link, context.RequestAborted) is { State: not LinkState.Live } state)
        {
            return Render(link, token, staff, state, context, StatusCodes.Status409Conflict);
        }

        return await secondStep.Begin(staff, link.ProjectId, context);
    }

    IResult Render(
        Link link, string token, Staff staff, SignInLinkState state, HttpContext context, int status = StatusCodes.Status200OK, bool formExpired = false)
    {
        var language = context.GetRequestedLanguage() ?? staff.Language;
        return PageResult.Create<SignInLinkPage>(
            language, new SignInLinkViewModel(link, token, staff, state, new DateTimeText(calendar, language, time.GetCurrentInstant())) { FormExpired = formExpired }, status);
    }
}
