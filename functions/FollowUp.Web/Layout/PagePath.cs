using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web;

/// <summary>An address that a page could have; those of the API answer for themselves.</summary>
sealed class PagePath : IRouteConstraint
{
    public const string Name = "page";

    static readonly string[] NoPages = ["api", "openapi", "health", "inbound-mail"];

    public static bool IsOfPage(PathString path) => IsPage((path.Value ?? "").TrimStart('/'));

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        IsPage(values[routeKey] as string ?? "");

    static bool IsPage(string path) => !NoPages.Contains(path.Split('/')[0], StringComparer.OrdinalIgnoreCase);
}
