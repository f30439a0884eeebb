using System.Net;
using FollowUp.Pages.Tests.Console;
using FollowUp.Web.Links;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.FormInput;

/// <summary>Values that the fields of a form do not offer.</summary>
public sealed class UnexpectedValueTests
{
    static readonly string[] Odd =
    [
        "", " ", "-9998-01-01", "0000-00-00", "9999-12-31", "2026-02-30", "1900-01-01", "-9998-01-01T00:00", "9999-12-31T23:59", "0001-01-01T00:00",
        "-9998-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00", "0000-01-01T00:00:00Z", "2026-11-24T10:00:00", "2026-11-24T09:00:00Z",
        "99999999999999999999999999999999", "-1", "1e400", "0,000000000000000000000000000001", "999999999,99", "NaN", "\u0661\u0662", "\ud800", "\0", "\u202e",
        "a\r\nBcc: x@y.example", "<script>", "'\"><img src=x>", "{{7*7}}", "../../etc", "true", "false", "null", "P-1", "PR-1", "Studio Hirondelle",
        "camille@demo.example", "still-looking", "StillLooking", "call-back", "serious", "0", "2147483648",
    ];

    static readonly string[] Forms =
    [
        "record-call", "record-reply", "add-note", "snooze", "send-good-chances", "assign", "close", "reopen", "undo", "approve",
        "decline-good-chances", "take-over", "answer-question", "share-fact", "withdraw-note", "record-provider-call", "hand-over-provider", "none",
    ];

    static readonly string[] ClientFields =
        ["provider", "otherProvider", "until", "slot", "phone", "project", "text", "unsubscribe", "List-Unsubscribe", "lang"];

    static readonly string[] Fields =
    [
        "outcome", "provider", "at", "callAt", "until", "notSerious", "reason", "evidence", "note.text", "note.visibility", "visibility", "text", "words",
        "endsOnAnswer", "coordinator", "colleague", "result", "amount", "approve", "accept", "question", "fact", "published", "once", "seq", "masking", "note.masking",
    ];

    [Fact]
    public async Task Console_forms_never_answer_500()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        var token = (await browser.Get("/desk/projects/P-1")).FormToken;
        var random = new Random(20261123);
        foreach (var form in Forms)
        {
            for (var i = 0; i < 24; i++)
            {
                var sent = new Dictionary<string, string> { ["do"] = form, ["__RequestVerificationToken"] = token };
                foreach (var field in Fields)
                {
                    sent[field] = Odd[random.Next(Odd.Length)];
                }

                // Required fields are valid now and then, so that the other fields are read.
                sent["outcome"] = i % 3 == 0 ? sent["outcome"] : i % 3 == 1 ? "call-back" : "not-now";
                sent["at"] = i % 2 == 0 ? sent["at"] : "";
                sent["text"] = i % 2 == 0 ? sent["text"] : "Un mot";

                var answer = await browser.Post("/desk/projects/P-1", sent);

                Assert.True((int)answer.Status < 500, $"{(int)answer.Status}: {string.Join('&', sent.Select(f => $"{f.Key}={f.Value}"))}");
            }
        }
    }

    [Theory]
    [InlineData(LinkPurpose.ClientPage)]
    [InlineData(LinkPurpose.CallBackSlot)]
    [InlineData(LinkPurpose.MissingInformation)]
    [InlineData(LinkPurpose.Unsubscribe)]
    [InlineData(LinkPurpose.Undo)]
    public async Task Client_links_never_answer_500(LinkPurpose purpose)
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var links = app.Services.GetRequiredService<LinkTokens>();
        var browser = app.NewBrowser();
        var random = new Random(20261123);
        string[] answers = ["talking-to", "chose", "not-now", "call-me", "gave-up", "leave-me-alone", "-", ""];
        for (var i = 0; i < 240; i++)
        {
            // A new link when the limit of one is reached.
            var link = "/l/" + links.CreateToken(new Link(purpose, "P-1", 1, i / 12, TestApp.Client, app.Now + Duration.FromDays(1)));
            var sent = ClientFields.ToDictionary(field => field, _ => Odd[random.Next(Odd.Length)]);
            sent["answer"] = answers[i % answers.Length];
            sent["__RequestVerificationToken"] = (await browser.Get(link)) is { Html: var html } page && html.Contains("__Request", StringComparison.Ordinal)
                ? page.FormToken
                : "";

            var answer = await browser.Post(i % 5 == 4 ? link + "/unsubscribe" : link, sent);

            Assert.True((int)answer.Status < 500, $"{(int)answer.Status}: {string.Join('&', sent.Select(f => $"{f.Key}={f.Value}"))}");
        }
    }

    [Theory]
    [InlineData("call-me", "slot", "-9998-01-01T00:00:00+18:00")]
    [InlineData("call-me", "slot", "9999-12-31T23:59:59-18:00")]
    [InlineData("not-now", "until", "-9998-01-01")]
    [InlineData("not-now", "until", "9999-12-31")]
    public async Task Date_out_of_range_is_an_error_at_its_field(string answer, string field, string value)
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var before = (await app.Project("P-1")).Version;

        var page = await app.NewBrowser().Fill(link, new() { ["answer"] = answer, [field] = value });

        Assert.True(page.Status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, $"{(int)page.Status}");
        Assert.Contains("role=\"alert\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Call_out_of_range_is_refused()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        var before = (await app.Project("P-1")).Version;

        var page = await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-call", ["outcome"] = "no-answer", ["callAt"] = "0201-11-23T08:30" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("id=\"record-call-callAt-error\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }
}
