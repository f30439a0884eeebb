namespace FollowUp.Local;

/// <summary>How <c>serve</c> was asked to run.</summary>
/// <param name="Urls">Where to listen; separated by semicolons.</param>
/// <param name="Demo">With a clock that stands still, mails that stay here, and samples in an empty folder.</param>
/// <param name="Empty">Samples of staff and providers only.</param>
sealed record ServeOptions(Installation Folder, string Urls, bool Demo, bool Empty)
{
    public const string DefaultUrls = "http://127.0.0.1:7071";
}
