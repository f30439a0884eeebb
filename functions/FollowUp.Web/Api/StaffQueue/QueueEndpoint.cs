using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.FormInput;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.StaffQueue;

/// <summary><c>GET /api/queue?staff=EMAIL</c>: what one person is in charge of, most urgent first; one's own without a name.</summary>
static class QueueEndpoint
{
    const int MaxRows = 10_000;

    public static async Task<IResult> Handle(
        HttpContext http, string? staff, IProjectIndex index, IDirectory directory, IAuditLog audit, TimeProvider time)
    {
        var (language, cancellation) = (http.GetApiLanguage(), http.RequestAborted);
        var caller = ApiCaller.Of(http);
        var now = time.GetCurrentInstant();
        if (caller.Actor.Role == Role.Sales)
        {
            var refusal = Refusals.SalesDoNotFollowUp;
            await audit.Write(new AuditEntry(now, null, Kebab.Case(Role.Sales), caller.Actor.Id, "queue", refusal.Code), cancellation);
            return Problem.Of(refusal, language);
        }

        var everybody = await directory.AllStaff(cancellation);
        var wanted = staff?.Trim().ToLowerInvariant() ?? caller.Actor.Id;
        if (everybody.FirstOrDefault(s => s.Id == wanted) is not { } person)
        {
            return Problem.Invalid("staff", new LocalizedText("cette personne est inconnue", "this person is unknown"), language);
        }

        var rows = await index.GetQueue(person.Id, MaxRows, cancellation);
        if (person.Role == Role.Manager)
        {
            // What nobody is in charge of is the manager's.
            rows = rows.AddRange((await index.GetQueue(null, MaxRows, cancellation)).Where(r => r.Project.InCharge is null));
        }

        var names = everybody.Select(s => (s.Id, s.Name))
            .Concat((await directory.AllProviders(cancellation)).Select(p => (p.Id, p.Name)))
            .ToDictionary(n => n.Id, n => n.Name);
        return TypedResults.Ok(rows
            .SelectMany(row => QueueItem.Of(row, id => names.GetValueOrDefault(id, id), language, now))
            .OrderBy(item => item.NextAction.DueAt).ThenBy(item => item.Project, StringComparer.Ordinal)
            .ToArray());
    }
}
