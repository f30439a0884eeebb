namespace FollowUp.Local.Hosting;

/// <summary>How <c>serve</c> was asked to run.</summary>
/// <param name="Urls">Where to listen; separated by semicolons.</param>
/// <param name="Demo">With a clock that stands still, mails that stay here, and samples in an empty folder.</param>
/// <param name="WithoutProjects">Samples of staff and providers only.</param>
sealed record ServeOptions(Installation Installation, string Urls, bool Demo, bool WithoutProjects)
{
    public const string DefaultUrls = "http://127.0.0.1:7071";
}
