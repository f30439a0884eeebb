using System.Net;
using FollowUp.Web.Links;

namespace FollowUp.Pages.Tests.Links;

/// <summary>A test case for one link purpose.</summary>
/// <param name="CreateLink">Runs the application until the link is sent, and returns the link's path.</param>
/// <param name="Answer">The form's fields.</param>
/// <param name="RecordedText">The text of the page after the answer is recorded.</param>
/// <param name="MakeObsolete">Changes the project so that the link no longer applies.</param>
/// <param name="ObsoleteText">The text of the page after that.</param>
public sealed record LinkScenario(
    LinkPurpose Purpose, Func<TestApp, Task<string>> CreateLink, Dictionary<string, string> Answer, string RecordedText, Func<TestApp, Task> MakeObsolete,
    string ObsoleteText)
{
    /// <summary>Another answer; null where the form has only one.</summary>
    public Dictionary<string, string>? OtherAnswer { get; init; }

    /// <summary>The status of the same answer posted again.</summary>
    public HttpStatusCode RepeatStatus { get; init; } = HttpStatusCode.OK;

    /// <summary>Whether the link always applies, as an opt-out does.</summary>
    public bool NeverObsolete { get; init; }

    /// <summary>The part of the form's address after the link.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The purposes whose links accept the same answer.</summary>
    public LinkPurpose[] PurposesWithSameForm { get; init; } = [Purpose];

    /// <summary>Describes what an answer changes; by default the project's version.</summary>
    public Func<TestApp, Browser, Task<string>> Effect { get; init; } = async (app, _) => $"version {(await app.Project("P-1")).Version}";

    /// <summary>Posts an answer with a valid antiforgery token.</summary>
    public async Task<Browser.Page> PostAnswer(Browser browser, string link, Dictionary<string, string> answer) => await browser.Post(
        link + Suffix, new(answer) { ["__RequestVerificationToken"] = (await browser.Get("/desk/sign-in")).FormToken });
}
