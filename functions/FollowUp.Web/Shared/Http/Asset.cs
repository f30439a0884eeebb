using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Shared.Http;

/// <summary>The style sheet, the script and the icon. They are embedded in the assembly, because a Functions app has no folder of static files.</summary>
sealed class Asset
{
    static readonly FrozenDictionary<string, Asset> All = new Asset[]
    {
        new("app.css", "text/css; charset=utf-8"),
        new("desk.js", "text/javascript; charset=utf-8"),
        new("passkey.js", "text/javascript; charset=utf-8"),
        new("mark.svg", "image/svg+xml"),
    }.ToFrozenDictionary(a => a.name);

    readonly string name;
    readonly string contentType;
    readonly byte[] bytes;
    readonly string version;

    Asset(string name, string contentType)
    {
        this.name = name;
        this.contentType = contentType;
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
    }

    /// <summary>The path of an asset with a version made from its content, so that browsers can cache it for a year.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].version}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], IResult (string name, string? v, HttpResponse response) =>
        {
            if (!All.TryGetValue(name, out var asset))
            {
                return Results.NotFound();
            }

            response.Headers.CacheControl = v == asset.version ? "public, max-age=31536000, immutable" : "public, max-age=300";
            response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(asset.bytes, asset.contentType);
        }).ExcludeFromDescription();
}
