using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Console;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.FormInput;

/// <summary>Malformed and oversized forms at every address that takes a form.</summary>
public sealed class MalformedFormTests
{
    static readonly (string Type, string Body)[] Odd =
    [
        ("multipart/form-data", "no boundary"),
        ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nundo"),
        ("multipart/form-data; boundary=b", "nothing of the kind"),
        ("multipart/form-data; boundary=b", "--b\r\n" + new string('x', 40_000) + ": y\r\n\r\n\r\n--b--"),
        ("application/x-www-form-urlencoded", "%zz=%&\0=%00&=&&%ED%A0%80=%ff"),
        ("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 3_000).Select(i => $"k{i}=v"))),
        ("application/x-www-form-urlencoded", new string('k', 30_000) + "=v"),
        ("application/x-www-form-urlencoded", "v=" + new string('x', 70_000)),
        ("application/x-www-form-urlencoded; charset=nonsense", "a=b"),
        ("application/x-www-form-urlencoded; charset=utf-7", "a=+AGI-"),
        ("application/json", "{}"),
        ("text/plain", "do=undo"),
        ("", "do=undo"),
    ];

    [Fact]
    public async Task Malformed_form_is_answered_and_changes_nothing()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var forms = await Forms(app);
        var before = (await app.Project("P-1")).Version;
        foreach (var (path, browser) in forms)
        {
            foreach (var (type, body) in Odd)
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);

                var answer = await browser.Send(HttpMethod.Post, path, content);

                Assert.True(
                    answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.SeeOther or HttpStatusCode.Conflict,
                    $"{path} answered {type} {body[..Math.Min(body.Length, 40)]} with {(int)answer.Status}");
            }
        }

        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Form_is_read_up_to_its_size_limit()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        foreach (var (path, browser) in await Forms(app))
        {
            using var endless = new EndlessContent();

            var answer = await browser.Send(HttpMethod.Post, path, endless);

            Assert.True((int)answer.Status < 500, $"{path}: {(int)answer.Status}");
            Assert.True(endless.Taken < 1 << 20, $"{path} took {endless.Taken} bytes.");
        }
    }

    [Fact]
    public async Task Oversized_form_does_not_sign_out()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var browser = await app.SignIn(TestApp.Camille);

        await browser.Fill("/desk", new() { ["more"] = new string('x', 70_000) }, to: "/desk/sign-out");

        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk")).Status);
    }

    /// <summary>Every address that takes a form, with a browser that is allowed to post there.</summary>
    static async Task<(string Path, Browser Browser)[]> Forms(TestApp app)
    {
        var relaunch = await app.CreateRelaunchLink();
        var links = app.Services.GetRequiredService<FollowUp.Web.Links.LinkTokens>();
        string Link(FollowUp.Web.Links.LinkPurpose purpose, string person, long step = 1) =>
            "/l/" + links.CreateToken(new FollowUp.Web.Links.Link(purpose, "P-1", 1, step, person, app.Now + Duration.FromDays(1)));

        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));
        await app.AdvanceTime(Duration.FromMinutes(5));
        var staff = await app.SignIn(TestApp.Camille);
        var anybody = app.NewBrowser();
        return
        [
            ("/desk/sign-in", anybody), ("/desk/sign-in/demo", anybody), ("/desk/sign-out", staff), ("/desk/search", staff),
            ("/desk/projects/P-1", staff), (relaunch, anybody), (Link(FollowUp.Web.Links.LinkPurpose.Unsubscribe, TestApp.Client) + "/unsubscribe", anybody),
            (await app.GetLinkIn(MessageKind.GoodChancesRequest), anybody), (Link(FollowUp.Web.Links.LinkPurpose.SignIn, TestApp.Camille.Id), anybody),
            (Link(FollowUp.Web.Links.LinkPurpose.Undo, TestApp.Client), anybody), (Link(FollowUp.Web.Links.LinkPurpose.MissingInformation, TestApp.Client), anybody),
            (Link(FollowUp.Web.Links.LinkPurpose.CallBackSlot, TestApp.Client), anybody),
        ];
    }
}
