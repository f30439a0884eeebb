using FollowUp.Web.Shared.Setup;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// The names of cookies that grant something. Where the public address is https they begin with <c>__Host-</c>: browsers then take them only from
/// this host, over https and for all paths (RFC 6265bis), so that a page of a neighbouring host cannot plant one.
/// </summary>
static class HostCookie
{
    public static string GetName(string name, PagesOptions pages) => pages.IsSecure ? "__Host-" + name : name;
}
