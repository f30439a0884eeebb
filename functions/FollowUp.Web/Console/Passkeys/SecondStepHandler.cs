using System.Buffers.Text;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.SecondFactors;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Limits;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// The second step of a sign-in, and of a change in an open session that needs it. A staff member without a passkey has none: their link opens the session. Each wrong answer is written to the audit log, and wrong recovery
/// codes are limited.
/// </summary>
sealed class SecondStepHandler(
    PendingSignIns pending, PasskeyCeremony ceremony, SecondFactorAdministration factors, RequestLimiter limiter, IDirectory directory, IAuditLog audit, TimeProvider time)
{
    static readonly LocalizedText WrongPasskey = new(
        "Cette clé d’accès n’a pas été reconnue. Essayez de nouveau.", "This passkey was not recognised. Try again.");

    static readonly LocalizedText WrongCode = new("Ce code n’est pas valable, ou il a déjà servi.", "This code is not valid, or it was used already.");

    static readonly LocalizedText TooManyCodes = new(
        "Trop de codes essayés. Recommencez dans un quart d’heure.", "Too many codes were tried. Try again in a quarter of an hour.");

    /// <summary>Opens the session, or asks for a passkey first. The caller has checked the first step.</summary>
    public async Task<IResult> Begin(Staff staff, string? projectId, HttpContext context)
    {
        if (staff.SecondFactor is not null)
        {
            pending.Start(context, staff, projectId);
            return Results.Extensions.SeeOther(ConsoleAddresses.SecondStep);
        }

        await StaffSession.SignIn(context, staff);
        return Results.Extensions.SeeOther(ConsoleAddresses.AfterSignIn(projectId));
    }

    public async Task<IResult> Show(HttpContext context) => await pending.Find(context) is var (step, staff)
        ? await Render(step, staff, null, context)
        : Results.Extensions.SeeOther(ConsoleAddresses.SignIn());

    public async Task<IResult> Act(HttpContext context)
    {
        var form = await context.ReadPostedForm();
        if (await pending.Find(context) is not var (step, staff))
        {
            return Results.Extensions.SeeOther(ConsoleAddresses.SignIn());
        }

        if (step.ReturnTo is not null && (await StaffSession.FindStaff(context, directory))?.Id != staff.Id)
        {
            // This step follows no mailed link: without the session that began it, it opens nothing.
            pending.End(context);
            return Results.Extensions.SeeOther(ConsoleAddresses.SignIn());
        }

        if (!form.HasValidToken)
        {
            return await Render(step, staff, FormMessages.PageExpired, context, StatusCodes.Status400BadRequest);
        }

        return form["do"] == "recovery" ? await UseCode(step, staff, form["code"], context) : await UsePasskey(step, staff, form["credential"], context);
    }

    async Task<IResult> UsePasskey(PendingSignIn step, Staff staff, string credential, HttpContext context)
    {
        if (await ceremony.CheckAnswer(staff, credential, step.Secret, context) is not { } passkey)
        {
            await Write(staff, What(step), "wrong-passkey", context);
            return await Render(step, staff, WrongPasskey, context, StatusCodes.Status400BadRequest);
        }

        await factors.RecordUse(
            staff.Id, Base64Url.EncodeToString(passkey.CredentialId), passkey.SignCount, passkey.IsBackedUp, time.GetCurrentInstant(), context.RequestAborted);
        return await Open(step, staff, context);
    }

    async Task<IResult> UseCode(PendingSignIn step, Staff staff, string code, HttpContext context)
    {
        if (!await limiter.TryAcquire(RateLimit.RecoveryCodes, staff.Id, context.RequestAborted))
        {
            await Write(staff, What(step), "too-many-codes", context);
            return await Render(step, staff, TooManyCodes, context, StatusCodes.Status429TooManyRequests);
        }

        if (!await factors.TryUseRecoveryCode(staff.Id, code, context.RequestAborted))
        {
            await Write(staff, What(step), "wrong-recovery-code", context);
            return await Render(step, staff, WrongCode, context, StatusCodes.Status400BadRequest);
        }

        await Write(staff, "use-recovery-code", "done", context);
        return await Open(step, staff, context);
    }

    async Task<IResult> Open(PendingSignIn step, Staff staff, HttpContext context)
    {
        pending.End(context);
        if (step.ReturnTo is { } page)
        {
            await StaffSession.Renew(context, staff);
            await Write(staff, What(step), "done", context);
            return Results.Extensions.SeeOther(page);
        }

        await StaffSession.SignIn(context, staff, usedSecondFactor: true);
        return Results.Extensions.SeeOther(ConsoleAddresses.AfterSignIn(step.ProjectId));
    }

    /// <summary>What the audit log calls the step.</summary>
    static string What(PendingSignIn step) => step.ReturnTo is null ? "sign-in" : "confirm-by-passkey";

    async Task<IResult> Render(PendingSignIn step, Staff staff, LocalizedText? error, HttpContext context, int status = StatusCodes.Status200OK)
    {
        var options = ceremony.IsAvailable ? await ceremony.AskToSignIn(staff, step.Secret, context) : null;
        return PageResult.Create<SecondStepPage>(
            context.GetRequestedLanguage() ?? staff.Language,
            new SecondStepViewModel(staff.Name, options, staff.SecondFactor?.RecoveryCodes.Length > 0, error)
            {
                IsCodeError = error == WrongCode || error == TooManyCodes, ReturnTo = step.ReturnTo,
            },
            status);
    }

    ValueTask Write(Staff staff, string what, string code, HttpContext context) =>
        audit.Write(new AuditEntry(time.GetCurrentInstant(), null, Kebab.Case(staff.Role), staff.Id, what, code), context.RequestAborted);
}
