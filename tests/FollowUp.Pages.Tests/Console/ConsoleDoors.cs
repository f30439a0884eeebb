namespace FollowUp.Pages.Tests.Console;

/// <summary>Who may open or post what of the console. Every address of the console is here.</summary>
static class ConsoleDoors
{
    public enum Who
    {
        /// <summary>Without a session too.</summary>
        Everybody,

        /// <summary>Every member of staff.</summary>
        Staff,

        /// <summary>Sales are led to what they may see.</summary>
        SalesElsewhere,

        /// <summary>Sales are refused.</summary>
        NotSales,

        /// <summary>Managers, and coordinators where it is about themselves.</summary>
        OwnOnly,

        Managers,
    }

    /// <summary>By method and pattern, with an address of that pattern. <c>{key}</c> is the key of Yanis, <c>{trial}</c> the id of a trial of a cadence.</summary>
    public static readonly Dictionary<(string Method, string Pattern), (string Path, Who Who)> All = new()
    {
        [("GET", "/desk")] = ("/desk", Who.SalesElsewhere),
        [("GET", "/desk/search")] = ("/desk/search", Who.Staff),
        [("POST", "/desk/search")] = ("/desk/search", Who.Staff),
        [("GET", "/desk/search.csv")] = ("/desk/search.csv", Who.Staff),
        [("POST", "/desk/search/views")] = ("/desk/search/views", Who.Staff),
        [("GET", "/desk/projects/{id}")] = ("/desk/projects/P-1", Who.Staff),
        [("POST", "/desk/projects/{id}")] = ("/desk/projects/P-1", Who.NotSales),
        [("POST", "/desk/read")] = ("/desk/read", Who.NotSales),
        [("GET", "/desk/call")] = ("/desk/call", Who.SalesElsewhere),
        [("GET", "/desk/call/{id}")] = ("/desk/call/P-1", Who.SalesElsewhere),
        [("POST", "/desk/call/{id}")] = ("/desk/call/P-1", Who.NotSales),
        [("GET", "/desk/settings")] = ("/desk/settings", Who.Managers),
        [("POST", "/desk/settings")] = ("/desk/settings", Who.Managers),
        [("GET", "/desk/preferences")] = ("/desk/preferences", Who.Staff),
        [("POST", "/desk/preferences")] = ("/desk/preferences", Who.Staff),
        [("POST", "/desk/preferences/sessions")] = ("/desk/preferences/sessions", Who.Staff),
        [("GET", "/desk/passkeys")] = ("/desk/passkeys", Who.Staff),
        [("POST", "/desk/passkeys")] = ("/desk/passkeys", Who.Staff),
        [("GET", "/desk/providers")] = ("/desk/providers", Who.Staff),
        [("GET", "/desk/providers/{id}")] = ("/desk/providers/PR-1", Who.Staff),
        [("GET", "/desk/staff")] = ("/desk/staff", Who.Managers),
        [("GET", "/desk/staff/{key}")] = ("/desk/staff/{key}", Who.Managers),
        [("POST", "/desk/staff/{key}")] = ("/desk/staff/{key}", Who.Managers),
        [("GET", "/desk/absences")] = ("/desk/absences", Who.NotSales),
        [("POST", "/desk/absences")] = ("/desk/absences", Who.OwnOnly),
        [("GET", "/desk/calendar/{token}.ics")] = ("/desk/calendar/none.ics", Who.Everybody),
        [("GET", "/desk/audit")] = ("/desk/audit", Who.Managers),
        [("GET", "/desk/audit/export")] = ("/desk/audit/export", Who.Managers),
        [("GET", "/desk/board")] = ("/desk/board", Who.Managers),
        [("GET", "/desk/board/projects")] = ("/desk/board/projects?figure=submitted", Who.Managers),
        [("GET", "/desk/board/export")] = ("/desk/board/export?figure=today", Who.Managers),
        [("GET", "/desk/cadence")] = ("/desk/cadence", Who.Managers),
        [("POST", "/desk/cadence")] = ("/desk/cadence", Who.Managers),
        [("GET", "/desk/cadence/document")] = ("/desk/cadence/document", Who.Managers),
        [("GET", "/desk/cadence/trials/{id}")] = ("/desk/cadence/trials/{trial}", Who.Managers),
        [("POST", "/desk/cadence/trials/{id}")] = ("/desk/cadence/trials/{trial}", Who.Managers),
        [("GET", "/desk/complaints")] = ("/desk/complaints", Who.Managers),
        [("GET", "/desk/complaints/{id}")] = ("/desk/complaints/R-1", Who.Managers),
        [("POST", "/desk/complaints/{id}")] = ("/desk/complaints/R-1", Who.Managers),
        [("GET", "/desk/complaints/{id}/file")] = ("/desk/complaints/R-1/file", Who.Managers),
        [("GET", "/desk/persons")] = ("/desk/persons", Who.Managers),
        [("POST", "/desk/persons")] = ("/desk/persons", Who.Managers),
        [("GET", "/desk/persons/{client}")] = ("/desk/persons/C-1", Who.Managers),
        [("POST", "/desk/persons/{client}")] = ("/desk/persons/C-1", Who.Managers),
        [("GET", "/desk/persons/{client}/export")] = ("/desk/persons/C-1/export", Who.Managers),
        [("GET", "/desk/persons/{client}/export.json")] = ("/desk/persons/C-1/export.json", Who.Managers),
        [("GET", "/desk/sign-in")] = ("/desk/sign-in", Who.Everybody),
        [("POST", "/desk/sign-in")] = ("/desk/sign-in", Who.Everybody),
        [("POST", "/desk/sign-in/demo")] = ("/desk/sign-in/demo", Who.Everybody),
        [("GET", "/desk/sign-in/passkey")] = ("/desk/sign-in/passkey", Who.Everybody),
        [("POST", "/desk/sign-in/passkey")] = ("/desk/sign-in/passkey", Who.Everybody),
        [("POST", "/desk/sign-out")] = ("/desk/sign-out", Who.Everybody),
    };
}
