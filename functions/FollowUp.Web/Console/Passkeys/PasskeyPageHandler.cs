using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>The page <c>/desk/passkeys</c>: the passkeys and recovery codes of whoever is signed in, and of nobody else.</summary>
sealed class PasskeyPageHandler(
    PasskeyCeremony ceremony, SecondFactorAdministration factors, FormReader forms, IDirectory directory, StaffGate gate, StepUp stepUp)
{
    static readonly LocalizedText NotCreated = new(
        "La clé d’accès n’a pas pu être ajoutée : la page était ouverte depuis trop longtemps, ou vous avez déjà cette clé. Essayez de nouveau.",
        "The passkey could not be added: the page was open for too long, or you have this passkey already. Try again.");

    static readonly LocalizedText NotThere = new("Vous n’avez plus cette clé d’accès.", "You no longer have this passkey.");

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context) =>
        await ShowPage(visit, FormEcho.Empty, context, done: context.Request.Query["done"]);

    public async Task<IResult> Act(ConsoleVisit visit, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        var name = form["do"];
        if (!form.HasValidToken)
        {
            return await ShowPage(visit, FormEcho.Refused(FormMessages.PageExpired, form.Values, name), context, StatusCodes.Status400BadRequest);
        }

        if (await stepUp.Require(visit, context, name, "add-passkey", ConsoleAddresses.Passkeys, (echo, status) => ShowPage(visit, echo, context, status)) is { } asked)
        {
            return asked;
        }

        return name switch
        {
            "add" => await Add(visit, form, context),
            "remove" => await Remove(visit, form["passkey"], context),
            "codes" => await ReplaceCodes(visit, context),
            _ => await ShowPage(visit, FormEcho.Refused(FormMessages.ChooseOne, formName: name), context, StatusCodes.Status400BadRequest),
        };
    }

    async Task<IResult> Add(ConsoleVisit visit, PostedForm form, HttpContext context)
    {
        var read = await forms.Read<AddPasskeyRequest>(form.Values, context.RequestAborted);
        if (!read.IsValid)
        {
            return await ShowPage(visit, FormEcho.WithErrors(form.Values, read.Errors, "add"), context, StatusCodes.Status400BadRequest);
        }

        var codes = RecoveryCodes.Create();
        if (await ceremony.ReadCreated(visit.Staff, read.Request.Name!, read.Request.Credential!, StaffSession.GetSecret(context), context) is not { } passkey
            || await factors.Add(visit.Staff.Id, passkey, HashAll(codes), context.RequestAborted) is not { SecondFactor: { } factor } changed)
        {
            return await ShowPage(visit, FormEcho.Refused(NotCreated, form.Values, "add"), context, StatusCodes.Status409Conflict);
        }

        await KeepSession(visit, changed, "add-passkey", context);
        return factor.Passkeys.Length > 1 ? Done("add") : await ShowPage(visit, FormEcho.Empty, context, codes: codes);
    }

    async Task<IResult> Remove(ConsoleVisit visit, string passkeyId, HttpContext context)
    {
        if (await factors.Remove(visit.Staff.Id, passkeyId, context.RequestAborted) is not { } changed)
        {
            return await ShowPage(visit, FormEcho.Refused(NotThere, formName: "remove"), context, StatusCodes.Status409Conflict);
        }

        await KeepSession(visit, changed, "remove-passkey", context);
        return Done("remove");
    }

    async Task<IResult> ReplaceCodes(ConsoleVisit visit, HttpContext context)
    {
        var codes = RecoveryCodes.Create();
        if (await factors.ReplaceRecoveryCodes(visit.Staff.Id, HashAll(codes), context.RequestAborted) is not { } changed)
        {
            return await ShowPage(visit, FormEcho.Refused(NotThere, formName: "codes"), context, StatusCodes.Status409Conflict);
        }

        await KeepSession(visit, changed, "replace-recovery-codes", context);
        return await ShowPage(visit, FormEcho.Empty, context, codes: codes);
    }

    /// <summary>
    /// A change of the second factor ends all sessions of the staff member; this one goes on. The change is written to the audit log also when the browser
    /// has gone.
    /// </summary>
    async Task KeepSession(ConsoleVisit visit, Staff changed, string what, HttpContext context)
    {
        await gate.Record(visit.Actor, what, CancellationToken.None);
        await StaffSession.Renew(context, changed);
    }

    /// <summary>Reads the staff member again: the visit holds them as they were before the change.</summary>
    async Task<IResult> ShowPage(
        ConsoleVisit visit, FormEcho echo, HttpContext context, int status = StatusCodes.Status200OK, string? done = null, ImmutableArray<string> codes = default)
    {
        var staff = await directory.ReadStaff(visit.Staff.Id, context.RequestAborted) ?? visit.Staff;
        var isProven = await StaffSession.IsProven(context, staff);
        var mayAdd = isProven && ceremony.IsAvailable && (staff.SecondFactor?.Passkeys.Length ?? 0) < SecondFactorAdministration.MaxPasskeys;
        var options = mayAdd ? await ceremony.AskToCreate(staff, StaffSession.GetSecret(context), context) : null;
        return PageResult.Create<PasskeyPage>(
            visit.Language,
            new PasskeyPageViewModel(visit, staff.SecondFactor, options, ceremony.IsAvailable, echo, done) { NewCodes = codes.IsDefault ? [] : codes, NeedsProof = !isProven }, status);
    }

    static ImmutableArray<string> HashAll(ImmutableArray<string> codes) => [.. codes.Select(RecoveryCodes.Hash)];

    static IResult Done(string what) => Results.Extensions.SeeOther($"{ConsoleAddresses.Passkeys}?done={what}");
}
