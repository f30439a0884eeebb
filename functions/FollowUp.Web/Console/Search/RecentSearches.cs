using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// The last searches of a browser, encrypted in a cookie. Searches are mostly names and phone numbers, which must not appear in addresses and
/// their logs; an address carries only the name of a search, a digest.
/// </summary>
sealed class RecentSearches(IDataProtectionProvider protection)
{
    const string Cookie = "followup-searches";
    const int MaxSearches = 8;

    /// <summary>Encryption and base64url lengthen the text by more than a third, and browsers drop a cookie above 4,096 bytes.</summary>
    const int MaxBytes = 2_400;

    /// <summary>The JSON is encrypted and never part of a page, so it needs no HTML-safe escaping.</summary>
    static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IDataProtector protector = protection.CreateProtector("FollowUp.Searches.v1");

    /// <returns>The name of the search for addresses; null for an empty text or one of more than 200 characters.</returns>
    public string? Remember(HttpContext context, string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 200)
        {
            return null;
        }

        context.Response.Cookies.Append(Cookie, protector.Protect(Serialize([text, .. Recall(context).Where(s => s != text)])), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/desk", Secure = context.Request.IsHttps,
        });
        return Name(text);
    }

    /// <summary>The text of a remembered search; null when the browser does not hold it.</summary>
    public string? Find(HttpContext context, string? name) => name is null ? null : Recall(context).FirstOrDefault(s => Name(s) == name);

    string[] Recall(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } encrypted)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(protector.Unprotect(encrypted)) ?? [];
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return [];
        }
    }

    /// <summary>The newest searches as JSON, as many as the cookie holds; at least one.</summary>
    static string Serialize(string[] newestFirst)
    {
        for (var count = Math.Min(newestFirst.Length, MaxSearches); ; count--)
        {
            var json = JsonSerializer.Serialize(newestFirst[..count], JsonOptions);
            if (count == 1 || Encoding.UTF8.GetByteCount(json) <= MaxBytes)
            {
                return json;
            }
        }
    }

    static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
