namespace FollowUp.Web.Console;

/// <summary>The paths of the console's pages.</summary>
static class ConsoleAddresses
{
    public const string Day = "/desk";

    public const string Search = "/desk/search";

    public const string Staff = "/desk/staff";

    public const string Absences = "/desk/absences";

    public const string Cadence = "/desk/cadence";

    public const string Complaints = "/desk/complaints";

    public const string Persons = "/desk/persons";

    public const string Audit = "/desk/audit";

    public const string Settings = "/desk/settings";

    public const string Preferences = "/desk/preferences";

    /// <summary>Where a session of one's own is ended.</summary>
    public const string OwnSessions = Preferences + "/sessions";

    public const string Passkeys = "/desk/passkeys";

    /// <summary>Where a staff member with a passkey goes from their sign-in link.</summary>
    public const string SecondStep = "/desk/sign-in/passkey";

    public const string Providers = "/desk/providers";

    /// <summary>Stands for the key of a staff member to add.</summary>
    public const string NewKey = "new";

    public const string NewStaff = $"{Staff}/{NewKey}";

    const string SignInPage = "/desk/sign-in";

    public static string Provider(string providerId) => $"{Providers}/{Uri.EscapeDataString(providerId)}";

    public static string Project(string projectId) => $"/desk/projects/{Uri.EscapeDataString(projectId)}";

    public static string StaffMember(Application.People.Staff staff) => $"{Staff}/{staff.Key()}";

    public static string Complaint(string id) => $"{Complaints}/{Uri.EscapeDataString(id)}";

    public static string ComplaintFile(string id) => $"{Complaint(id)}/file";

    public static string Person(string clientId) => $"{Persons}/{Uri.EscapeDataString(clientId)}";

    public static string Calendar(string token) => $"/desk/calendar/{token}.ics";

    /// <summary>The page that opens after signing in.</summary>
    /// <param name="projectId">Null or empty for the day page.</param>
    public static string AfterSignIn(string? projectId) => string.IsNullOrEmpty(projectId) ? Day : Project(projectId);

    /// <summary>The sign-in page, which leads to the project afterwards.</summary>
    /// <param name="projectId">Null or empty for the day page.</param>
    public static string SignIn(string? projectId = null) =>
        string.IsNullOrEmpty(projectId) ? SignInPage : $"{SignInPage}?project={Uri.EscapeDataString(projectId)}";
}
