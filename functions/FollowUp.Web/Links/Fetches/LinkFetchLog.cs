using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.FormInput;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.Fetches;

/// <summary>
/// Notes in the audit log that a link was fetched: by a browser, a mail service's filter, a program. It is no sign of life and moves no
/// version, since nobody knows whether a person was there. One note an hour for each link, method and kind of caller, so that a storm of
/// fetches does not fill the store.
/// </summary>
sealed class LinkFetchLog(IAuditLog audit, TimeProvider time)
{
    public const string AuditAction = "fetch-link";
    public const string AnonymousRole = "anybody";

    /// <summary>An hour that has seen so many different links notes no more of them.</summary>
    const int MaxFetchesAnHour = 100_000;

    readonly Lock gate = new();
    readonly HashSet<string> seen = new(StringComparer.Ordinal);
    long hour;

    public async ValueTask Record(Link link, HttpContext context)
    {
        var kind = CallerKind.Classify(context.Request);
        var method = HttpMethods.IsHead(context.Request.Method) ? "head" : "get";
        var now = time.GetCurrentInstant();
        if (link.ProjectId.Length > 0 && IsFirst($"{link.Key} {method} {kind}", now.ToUnixTimeSeconds() / 3600))
        {
            await audit.Write(
                new AuditEntry(now, link.ProjectId, AnonymousRole, kind, AuditAction, $"{method} {Kebab.Case(link.Purpose)}"), context.RequestAborted);
        }
    }

    bool IsFirst(string fetch, long inHour)
    {
        lock (gate)
        {
            if (inHour != hour)
            {
                hour = inHour;
                seen.Clear();
            }

            return seen.Count < MaxFetchesAnHour && seen.Add(fetch);
        }
    }
}
