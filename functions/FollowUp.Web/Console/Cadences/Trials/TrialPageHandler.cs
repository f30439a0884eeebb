using System.Globalization;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>The page <c>/desk/cadence/trials/{id}</c>, for managers: how far a trial is, what it found, and a button that stops it.</summary>
sealed class TrialPageHandler(StaffGate gate, CadenceTrials trials)
{
    /// <summary>Browsers read the page again after so many seconds while the trial is active, with scripts or without.</summary>
    const int RefreshSeconds = 2;

    const int MaxFormBytes = 16 * 1024;

    public async Task<IResult> Show(ConsoleVisit visit, string id, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "read-cadence", context.RequestAborted) is { } refusal) return ConsoleResults.Refuse(visit, refusal);
        if (await trials.Find(id, context.RequestAborted) is not { } trial) return NotFound(visit);
        if (trial.IsActive && context.Request.Query["refresh"] != "off")
        {
            context.Response.Headers["Refresh"] = RefreshSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return Show(new TrialPageViewModel(visit, trial, FormEcho.Empty));
    }

    /// <summary>Stops an active trial. Does nothing when it has ended.</summary>
    public async Task<IResult> Cancel(ConsoleVisit visit, string id, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "cancel-cadence-trial", context.RequestAborted) is { } refusal) return ConsoleResults.Refuse(visit, refusal);
        var form = await context.ReadPostedForm(MaxFormBytes);
        if (await trials.Find(id, context.RequestAborted) is not { } trial) return NotFound(visit);
        if (!form.HasValidToken)
        {
            return Show(new TrialPageViewModel(visit, trial, FormEcho.Refused(FormMessages.PageExpired)), StatusCodes.Status400BadRequest);
        }

        await trials.End(id, TrialState.Cancelled, context.RequestAborted);
        return Results.Extensions.SeeOther(TrialAddress.Of(id));
    }

    static IResult Show(TrialPageViewModel page, int status = StatusCodes.Status200OK) => PageResult.Create<TrialPage>(page.Visit.Language, page, status);

    static IResult NotFound(ConsoleVisit visit) => PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
}
