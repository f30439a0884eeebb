using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Complaints;

/// <summary><c>POST /api/complaints</c>: the manager answers it. The same complaint again is the same complaint.</summary>
static class ComplaintEndpoint
{
    const int IdDigits = 16;

    public static async Task<IResult> Handle(
        JsonBody<ComplaintRequest> body, IComplaints complaints, IDirectory directory, IProjectStore store, IScheduleSignal nudges)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Validator);
        await ValidateReferences(r, check, directory, store, body.Aborted);
        var complaint = new Complaint(
            Id: "", Kebab.Case(r.From?.Kind ?? default), check.Id("from.id", r.From?.Id), r.Project, check.MultiLine("text", r.Text), check.Now);
        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        complaint = complaint with { Id = IdOf(complaint, body.ReadIdempotencyKey(ApiCaller.Website)) };
        await complaints.Add(complaint, body.Aborted);
        nudges.Raise();
        var kept = (await complaints.All(body.Aborted)).First(c => c.Id == complaint.Id);
        return kept == complaint with { At = kept.At }
            ? TypedResults.Created((string?)null, new ComplaintResponse(kept.Id, kept.At))
            : Problem.KeyReused(check.Language);
    }

    static string IdOf(Complaint c, IdempotencyKey? once) =>
        "C-" + IdempotencyKeyHeader.Digest(once is null ? [c.FromKind, c.FromId, c.ProjectId ?? "", c.Text] : [once.Key])[..IdDigits];

    static async ValueTask ValidateReferences(
        ComplaintRequest r, InputValidator check, IDirectory directory, IProjectStore store, CancellationToken cancellation)
    {
        if (r.From?.Kind == ComplainantKind.Provider)
        {
            await check.RequireKnownProvider(directory, "from.id", r.From.Id, cancellation);
        }

        if (r.Project is { } project && await store.Load(project, cancellation) is null)
        {
            check.AddError("project", new LocalizedText("aucun projet ne porte ce numéro", "there is no project with this id"));
        }
    }
}
