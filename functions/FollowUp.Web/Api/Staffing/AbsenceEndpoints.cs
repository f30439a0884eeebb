using FollowUp.Application.Absences;
using FollowUp.Application.People;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Staffing;

/// <summary><c>/api/staff/{email}/absences/{id}</c>: a coordinator enters their own absences, a manager those of all.</summary>
static class AbsenceEndpoints
{
    public static async Task<IResult> Put(
        string email, string id, AbsenceRequest request, HttpContext http, StaffGate gate, AbsenceAdministration absences, WorkingCalendar calendar,
        TimeProvider time)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        var staffId = StaffId.Normalize(email);
        if (await gate.RequireAbsences(actor, staffId, "put-absence", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (!TextRules.IsId(id))
        {
            return Problem.Invalid("id", TextRules.MustBeId, language);
        }

        switch (await absences.Put(staffId, request.ToAbsence(id, calendar.DateOf(time.GetCurrentInstant())), cancellation))
        {
            case AbsenceChange.OwnStandIn:
                return Problem.Invalid("standIn", StaffTexts.NotOwnStandIn, language);
            case AbsenceChange.Overlapping:
                return Problem.Of(StaffRefusals.AbsencesOverlap, language);
            case AbsenceChange.Entered { Absence: var absence, IsNew: var isNew }:
                await gate.Record(actor, "put-absence", cancellation);
                return isNew
                    ? TypedResults.Created($"/api/staff/{Uri.EscapeDataString(staffId)}/absences/{id}", AbsenceResponse.Of(absence))
                    : TypedResults.Ok(AbsenceResponse.Of(absence));
            default:
                return Problem.UnknownStaff(language);
        }
    }

    public static async Task<IResult> Remove(string email, string id, HttpContext http, StaffGate gate, AbsenceAdministration absences)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        var staffId = StaffId.Normalize(email);
        if (await gate.RequireAbsences(actor, staffId, "remove-absence", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        switch (await absences.Remove(staffId, id, cancellation))
        {
            case AbsenceChange.Removed { Absence: var absence }:
                await gate.Record(actor, "remove-absence", cancellation);
                return TypedResults.Ok(AbsenceResponse.Of(absence));
            case AbsenceChange.NotStaff:
                return Problem.UnknownStaff(language);
            default:
                return Problem.UnknownAbsence(language);
        }
    }
}
