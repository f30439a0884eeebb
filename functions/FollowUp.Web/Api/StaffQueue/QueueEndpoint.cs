using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.StaffQueue;

/// <summary><c>GET /api/queue?staff=EMAIL</c>: a page of all that waits for one staff member: next actions, missed appointments, decisions, questions and replies, most urgent first (<see cref="NextPageLink"/>). Without <c>staff</c>: the caller's own.</summary>
static class QueueEndpoint
{
    const int MaxRows = 10_000;

    public static async Task<IResult> Handle(
        HttpContext http, string? staff, string? after, IProjectIndex index, IDirectory directory, IAuditLog audit, TimeProvider time)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        var caller = ApiCaller.Of(http);
        var now = time.GetCurrentInstant();
        if (caller.Actor.Role == Role.Sales)
        {
            var refusal = Refusals.SalesDoNotFollowUp;
            await audit.Write(new AuditEntry(now, null, Kebab.Case(Role.Sales), caller.Actor.Id, "queue", refusal.Code), cancellation);
            return Problem.Of(refusal, language);
        }

        var allStaff = await directory.AllStaff(cancellation);
        var wanted = staff is null ? caller.Actor.Id : NormalizedText.StaffId(staff);
        if (allStaff.FirstOrDefault(s => s.Id == wanted) is not { } member)
        {
            return Problem.Invalid("staff", new LocalizedText("cette personne est inconnue", "this person is unknown"), language);
        }

        var rows = (await index.GetQueue(member.Id, MaxRows, cancellation)).AddRange(await index.GetAwaiting(member.Id, MaxRows, cancellation));

        // The manager is in charge of projects without a coordinator.
        ImmutableArray<ProjectListItem> unassigned = member.Role == Role.Manager
            ? (await index.GetUnassigned(MaxRows, cancellation)).AddRange(await index.GetAwaiting(NextAction.ByManager, MaxRows, cancellation))
            : [];

        var names = allStaff.Select(s => (s.Id, s.Name))
            .Concat((await directory.AllProviders(cancellation)).Select(p => (p.Id, p.Name)))
            .ToDictionary(n => n.Id, n => n.Name);
        string NameOf(string id) => names.GetValueOrDefault(id, id);
        var items = rows.DistinctBy(row => row.Project.Id).SelectMany(row => QueueItem.Of(row, member.Id, NameOf, language, now))
            .Concat(unassigned.SelectMany(row => QueueItem.Of(row, staffId: null, NameOf, language, now)));
        return TypedResults.Ok(NextPageLink.TakePage(http, items, GetKey, after));
    }

    /// <summary>Missed appointments first, then the most urgent; the next action of a project before what else it asks.</summary>
    static string GetKey(QueueItem item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(item.NextAction.Kind == "missed-appointment" ? 0 : 1)}.{item.NextAction.DueAt.ToUnixTimeTicks():D20}.{item.Project}.{(item.Id == "next-action" ? "" : item.Id)}");
}
