namespace FollowUp.Web.Console.SignIn;

/// <summary>What a staff member recognises a browser by: "Firefox, Windows". A help to the eye and no proof: a browser may say what it likes.</summary>
static class BrowserName
{
    /// <summary>By the mark in the header <c>User-Agent</c>. Most browsers name others too, so the order counts.</summary>
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <returns>Null when neither the browser nor the system is known.</returns>
    public static string? Find(string? userAgent) => (Match(Browsers, userAgent), Match(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser}, {system}",
        var (browser, system) => browser ?? system,
    };

    static string? Match((string Mark, string Name)[] marks, string? text) =>
        marks.FirstOrDefault(mark => text?.Contains(mark.Mark, StringComparison.Ordinal) == true).Name;
}
