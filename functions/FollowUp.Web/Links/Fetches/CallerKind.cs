using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.Fetches;

/// <summary>What fetched a link, by its <c>User-Agent</c>: one of three kinds, which identify nobody. The values are stored in the audit log.</summary>
static class CallerKind
{
    public const string Browser = "browser";
    public const string Scanner = "mail-scanner";
    public const string Program = "program";

    /// <summary>Parts of the <c>User-Agent</c> of mail filters, chat previews and crawlers.</summary>
    static readonly string[] Scanners =
    [
        "safelinks", "barracuda", "proofpoint", "mimecast", "symantec", "forcepoint", "fortinet", "sophos", "trendmicro", "trend micro",
        "cisco", "ironport", "avanan", "vadesecure", "imageproxy", "linkcheck", "urlscan", "scanner", "antivirus", "preview", "bot/", "bot-", "crawl",
        "spider", "slurp", "externalhit", "whatsapp", "skypeuripreview",
    ];

    public static string Classify(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return agent switch
        {
            _ when Scanners.Any(s => agent.Contains(s, StringComparison.OrdinalIgnoreCase)) => Scanner,
            _ when agent.Contains("headless", StringComparison.OrdinalIgnoreCase) => Program,
            _ when agent.StartsWith("Mozilla/", StringComparison.Ordinal) && !HttpMethods.IsHead(request.Method) => Browser,
            _ => Program,
        };
    }
}
