using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Complaints;

/// <summary><c>POST /api/complaints</c>: the manager answers it. The same complaint again is the same complaint.</summary>
static class ComplaintEndpoint
{
    const int IdDigits = 16;

    public static async Task<IResult> Handle(
        HttpContext http, ComplaintRequest request, IComplaints complaints, IScheduleSignal signal, TimeProvider time)
    {
        var complaint = new Complaint(
            Id: "", Kebab.Case(request.From!.Kind!.Value), request.From.Id!, request.Project, NormalizedText.MultiLine(request.Text!),
            time.GetCurrentInstant());
        complaint = complaint with { Id = IdOf(complaint, IdempotencyKeyHeader.Read(http, request)) };
        await complaints.Add(complaint, http.RequestAborted);
        signal.Raise();
        var stored = await complaints.Find(complaint.Id, http.RequestAborted);
        return stored is not null && stored == complaint with { At = stored.At, Handling = stored.Handling }
            ? TypedResults.Created((string?)null, new ComplaintResponse(stored.Id, stored.At))
            : Problem.KeyReused(http.GetLanguage());
    }

    static string IdOf(Complaint c, IdempotencyKey? key) =>
        "C-" + IdempotencyKeyHeader.Digest(key is null ? [c.FromKind, c.FromId, c.ProjectId ?? "", c.Text] : [key.Key])[..IdDigits];
}
