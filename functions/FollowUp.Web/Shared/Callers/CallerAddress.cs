using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FollowUp.Web.Shared.Callers;

/// <summary>
/// Gives a request the network address of its caller, where a setting says which header has it and at which place. The place is counted from the end, because a caller
/// can write anything at the beginning. Without such an address the request keeps the one that the host knows.
/// </summary>
/// <remarks>
/// Not the framework's forwarded headers: with fewer addresses than hops they take the first one, which the caller may have written, and they change the headers that the
/// mailbox page looks for.
/// </remarks>
static class CallerAddress
{
    public static IApplicationBuilder UseCallerAddress(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptionsMonitor<CallerOptions>>();
        return app.Use((context, next) =>
        {
            if (options.CurrentValue is { Header: { Length: > 0 } header, Hop: var hop } && Find(context.Request.Headers[header], hop) is { } address)
            {
                context.Connection.RemoteIpAddress = address;
            }

            return next(context);
        });
    }

    /// <summary>The address at a place of a header; null when the header is shorter or has something else there.</summary>
    public static IPAddress? Find(StringValues header, int hop)
    {
        var entries = header.SelectMany(line => (line ?? "").Split(',')).ToArray();
        return hop >= 1 && hop <= entries.Length && IPEndPoint.TryParse(entries[^hop].Trim(), out var found) ? found.Address : null;
    }
}
