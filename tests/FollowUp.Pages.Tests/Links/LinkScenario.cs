using System.Net;
using FollowUp.Web.Links;

namespace FollowUp.Pages.Tests.Links;

/// <summary>One thing that a link is for: how somebody comes by such a link, what they answer, and what may overtake them.</summary>
/// <param name="CreateLink">Brings a house to where the link is out; the link's path.</param>
/// <param name="Answer">The form's fields.</param>
/// <param name="RecordedText">What the page says once the answer is recorded.</param>
/// <param name="MakeObsolete">The project goes on without this link.</param>
/// <param name="ObsoleteText">What the page says then.</param>
public sealed record LinkScenario(
    LinkPurpose Purpose, Func<TestApp, Task<string>> CreateLink, Dictionary<string, string> Answer, string RecordedText, Func<TestApp, Task> MakeObsolete,
    string ObsoleteText)
{
    /// <summary>Another answer; null where there is only one.</summary>
    public Dictionary<string, string>? OtherAnswer { get; init; }

    /// <summary>What the same answer gets the second time.</summary>
    public HttpStatusCode RepeatStatus { get; init; } = HttpStatusCode.OK;

    /// <summary>Nothing overtakes it: a right that a client keeps.</summary>
    public bool NeverObsolete { get; init; }

    /// <summary>Where the answer goes besides the link itself.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The purposes whose pages take the same answer by right.</summary>
    public LinkPurpose[] PurposesWithSameForm { get; init; } = [Purpose];

    /// <summary>What an answer changes: the project, unless it says otherwise.</summary>
    public Func<TestApp, Browser, Task<string>> Effect { get; init; } = async (house, _) => $"version {(await house.Project("P-1")).Version}";

    /// <summary>Posts an answer with the proof of a form that this browser was shown.</summary>
    public async Task<Browser.Page> PostAnswer(Browser browser, string link, Dictionary<string, string> answer) => await browser.Post(
        link + Suffix, new(answer) { ["__RequestVerificationToken"] = (await browser.Get("/desk/sign-in")).FormToken });
}
