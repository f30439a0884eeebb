using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// The last searches of one browser, encrypted in a cookie. What is searched for is mostly a name or a number, and those stay out of addresses
/// and the logs that keep them; an address only says which of the searches it shows.
/// </summary>
sealed class RecentSearches(IDataProtectionProvider protection)
{
    const string Cookie = "followup-searches";
    const int MaxSearches = 8;

    /// <summary>Encrypted and in letters of a cookie a text is longer by a third and a bit, and browsers drop a cookie above 4096.</summary>
    const int MaxBytes = 2_400;

    /// <summary>Nobody reads it as part of a page.</summary>
    static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IDataProtector protector = protection.CreateProtector("FollowUp.Searches.v1");

    /// <returns>The name under which addresses may mention the text; null for an empty one.</returns>
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

    public string? Find(HttpContext context, string? name) => name is null ? null : Recall(context).FirstOrDefault(s => Name(s) == name);

    string[] Recall(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } sealedText)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(protector.Unprotect(sealedText)) ?? [];
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return [];
        }
    }

    /// <summary>The newest of them, as many as a browser keeps.</summary>
    static string Serialize(string[] newestFirst)
    {
        for (var count = Math.Min(newestFirst.Length, MaxSearches); ; count--)
        {
            var written = JsonSerializer.Serialize(newestFirst[..count], JsonOptions);
            if (count == 1 || Encoding.UTF8.GetByteCount(written) <= MaxBytes)
            {
                return written;
            }
        }
    }

    static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
