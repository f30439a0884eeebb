using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Links.Fetches;

/// <summary>
/// Writes to the audit log that a link was fetched by a browser, a mail filter or a program. A fetch is no sign of life and changes no
/// project, because it does not show that a human was there. Each link, method and kind of caller is written once an hour per process, so
/// that repeated fetches do not fill the store.
/// </summary>
sealed class LinkFetchLog(IAuditLog audit, TimeProvider time)
{
    public const string AuditAction = "fetch-link";
    public const string AnonymousRole = "anybody";

    /// <summary>Bounds the memory: after this many different fetches in an hour, no further one is written.</summary>
    const int MaxFetchesAnHour = 100_000;

    readonly Lock gate = new();
    readonly HashSet<string> recorded = new(StringComparer.Ordinal);
    long currentHour;

    public async ValueTask Record(Link link, HttpContext context)
    {
        var kind = CallerKind.Classify(context.Request);
        var method = HttpMethods.IsHead(context.Request.Method) ? "head" : "get";
        var now = time.GetCurrentInstant();
        // The audit of fetches is read by project; a link of no project has none.
        if (link.ProjectId.Length > 0 && IsFirst($"{link.Key} {method} {kind}", now.ToUnixTimeSeconds() / 3600))
        {
            await audit.Write(
                new AuditEntry(now, link.ProjectId, AnonymousRole, kind, AuditAction, $"{method} {Kebab.Case(link.Purpose)}"), context.RequestAborted);
        }
    }

    bool IsFirst(string fetch, long hour)
    {
        lock (gate)
        {
            if (hour != currentHour)
            {
                currentHour = hour;
                recorded.Clear();
            }

            return recorded.Count < MaxFetchesAnHour && recorded.Add(fetch);
        }
    }
}
