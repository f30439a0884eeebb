using FollowUp.Application.HandOvers;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Staffing;

/// <summary><c>/api/staff</c>: managers add, change and remove staff members and hand their projects over.</summary>
static class StaffEndpoints
{
    public static async Task<IResult> List(HttpContext http, StaffGate gate, IDirectory directory, IProjectIndex index)
    {
        var cancellation = http.RequestAborted;
        if (await gate.RequireManager(ApiCaller.Of(http).Actor, "list-staff", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, http.GetLanguage());
        }

        return TypedResults.Ok(await StaffList.Load(directory, index, cancellation));
    }

    public static async Task<IResult> Put(
        string email, StaffRequest request, HttpContext http, StaffGate gate, StaffAdministration administration, StaffInvitations invitations,
        RequestValidators validators, IProjectIndex index)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "put-staff", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await validators.Validate(new StaffAddress { Email = email }, cancellation) is { Count: > 0 } failures)
        {
            return Problem.Invalid(failures, language);
        }

        var change = await administration.Put(request.ToDetails(email), cancellation);
        if (change is StaffChange.LastManager)
        {
            return Problem.Of(StaffRefusals.LastManager, language);
        }

        await gate.Record(actor, "put-staff", cancellation);
        if (change is not StaffChange.Added added)
        {
            var staff = ((StaffChange.Changed)change).Staff;
            return TypedResults.Ok(StaffResponse.Of(staff, await CountProjects(staff.Id, index, cancellation)));
        }

        await invitations.Send(added.Staff, cancellation);
        return TypedResults.Created($"/api/staff/{Uri.EscapeDataString(added.Staff.Id)}", StaffResponse.Of(added.Staff, openProjects: 0));
    }

    public static async Task<IResult> Remove(
        string email, HttpContext http, StaffGate gate, StaffAdministration administration, IProjectIndex index)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "remove-staff", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        switch (await administration.Remove(StaffId.Normalize(email), cancellation))
        {
            case StaffChange.LastManager:
                return Problem.Of(StaffRefusals.LastManager, language);
            case StaffChange.Removed removed:
                await gate.Record(actor, "remove-staff", cancellation);
                return TypedResults.Ok(new HandOverResponse(removed.Staff.Id, null, await CountProjects(removed.Staff.Id, index, cancellation)));
            default:
                return Problem.UnknownStaff(language);
        }
    }

    public static async Task<IResult> HandOver(
        string email, HandOverRequest request, HttpContext http, StaffGate gate, IDirectory directory, HandOverStore handOvers, IProjectIndex index,
        IScheduleSignal signal, TimeProvider time)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "hand-over", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await directory.FindStaff(StaffId.Normalize(email), cancellation) is not { } staff)
        {
            return Problem.UnknownStaff(language);
        }

        if (request.GetTo() == staff.Id)
        {
            return Problem.Invalid("to", StaffTexts.NotToThemselves, language);
        }

        var handOver = await handOvers.Add(
            staff.Id, request.GetTo(), request.Projects is { } ids ? [.. ids.Distinct()] : default, time.GetCurrentInstant(), cancellation);
        signal.Raise();
        await gate.Record(actor, "hand-over", cancellation);
        var count = handOver.Projects.IsDefault ? await CountProjects(staff.Id, index, cancellation) : handOver.Projects.Length;
        return TypedResults.Json(new HandOverResponse(staff.Id, handOver.To, count), ApiJsonOptions.Options, statusCode: StatusCodes.Status202Accepted);
    }

    static async ValueTask<int> CountProjects(string staffId, IProjectIndex index, CancellationToken cancellation) =>
        (await index.GetWorkloads(cancellation)).GetValueOrDefault(staffId)?.OpenProjects ?? 0;
}
