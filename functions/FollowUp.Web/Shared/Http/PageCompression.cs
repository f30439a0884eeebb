using FollowUp.Web.Console;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// Compresses the pages of the console and the assets. The pages of sign-in, of passkeys and of links are never compressed: they hold secrets in addresses and texts, and
/// the length of a compressed answer could tell them to who sees it (BREACH). The antiforgery tokens of the console differ on each page.
/// </summary>
static class PageCompression
{
    static readonly PathString Desk = ConsoleAddresses.Day;
    static readonly PathString SignIn = ConsoleAddresses.SignIn();
    static readonly PathString Passkeys = ConsoleAddresses.Passkeys;
    static readonly PathString Calendar = "/desk/calendar";
    static readonly PathString Assets = "/assets";

    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services.AddResponseCompression(o =>
    {
        o.EnableForHttps = true;
        o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
    });

    public static IApplicationBuilder UsePageCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => IsCompressed(context.Request.Path), branch => branch.UseResponseCompression());

    static bool IsCompressed(PathString path) =>
        path.StartsWithSegments(Assets)
        || (path.StartsWithSegments(Desk) && !path.StartsWithSegments(SignIn) && !path.StartsWithSegments(Passkeys) && !path.StartsWithSegments(Calendar));
}
