using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Shared.Http;

/// <summary>Matches paths of pages: all but those under the prefixes of the API and other machine endpoints.</summary>
sealed class PageRouteConstraint : IRouteConstraint
{
    public const string Name = "page";

    static readonly string[] OtherPrefixes = ["api", "openapi", "health", "inbound-mail"];

    public static bool IsPagePath(PathString path) => IsPage((path.Value ?? "").TrimStart('/'));

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        IsPage(values[routeKey] as string ?? "");

    static bool IsPage(string path) => !OtherPrefixes.Contains(path.Split('/')[0], StringComparer.OrdinalIgnoreCase);
}
