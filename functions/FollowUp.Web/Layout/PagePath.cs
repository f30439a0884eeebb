using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web;

/// <summary>An address that a page could have; those of the API answer for themselves.</summary>
sealed class PagePath : IRouteConstraint
{
    public const string Name = "page";

    static readonly string[] NoPages = ["api", "openapi", "health"];

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        var first = (values[routeKey] as string ?? "").Split('/')[0];
        return !NoPages.Contains(first, StringComparer.OrdinalIgnoreCase);
    }
}
