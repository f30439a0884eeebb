namespace FollowUp.Local.Hosting;

/// <summary>The options of <c>serve</c>.</summary>
/// <param name="Installation">Where the data are.</param>
/// <param name="Urls">The addresses to listen at, separated by semicolons.</param>
/// <param name="Demo">A clock that stands still, mails in the mailbox, and sample data in an empty installation.</param>
/// <param name="WithoutProjects">Sample staff and providers only.</param>
/// <param name="Play">How many times faster than time the demo's clock runs at first; null for a clock that stands still.</param>
sealed record ServeOptions(Installation Installation, string Urls, bool Demo, bool WithoutProjects, int? Play = null)
{
    public const string DefaultUrls = "http://127.0.0.1:7071";
}
