using System.Buffers.Text;
using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class UnknownLinkTests
{
    [Fact]
    public async Task Link_that_differs_in_one_bit_is_unknown()
    {
        await using var app = await TestApp.Start();
        var token = (await app.CreateRelaunchLink())["/l/".Length..];
        var bytes = Base64Url.DecodeFromChars(token);
        var links = app.Services.GetRequiredService<LinkTokens>();
        Assert.NotNull(links.ReadToken(token));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var forged = (byte[])bytes.Clone();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(links.ReadToken(Base64Url.EncodeToString(forged)));
        }
    }

    [Fact]
    public async Task Token_has_one_valid_spelling()
    {
        await using var app = await TestApp.Start();
        var token = (await app.CreateRelaunchLink())["/l/".Length..];
        var links = app.Services.GetRequiredService<LinkTokens>();

        foreach (var last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".Where(c => c != token[^1]))
        {
            Assert.Null(links.ReadToken(token[..^1] + last));
        }

        Assert.Null(links.ReadToken(token + "="));
        Assert.Null(links.ReadToken(" " + token));
        Assert.Null(links.ReadToken(token + "A"));
    }

    [Fact]
    public async Task Forged_unknown_and_expired_links_get_the_same_page()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var forged = await browser.Get(link[..^3] + (link[^3] == 'A' ? 'B' : 'A') + link[^2..]);
        var unknown = await browser.Get("/l/nothing");
        await app.RecordAsManager("P-1", new Snooze(new LocalDate(2027, 9, 1), null, EndsOnAnswer: true));
        await app.AdvanceTime(LinkTokens.GetLifetime(LinkPurpose.RelaunchAnswer));

        var expired = await browser.Get(link);

        Assert.Equal(HttpStatusCode.NotFound, expired.Status);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(expired.Html, forged.Html);
        Assert.Equal(expired.Html, unknown.Html);
        Assert.Equal(expired.Headers.Keys.Order(), forged.Headers.Keys.Order());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post(link, new() { ["answer"] = "still-looking" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" })).Status);
    }

    [Fact]
    public async Task Payload_protected_for_another_purpose_is_no_link()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var other = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FollowUp.Searches.v1");
        var token = Base64Url.EncodeToString(other.Protect([1, 1, 3, (byte)'P', (byte)'-', (byte)'1', 1, 1, 0, 0]));

        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get("/l/" + token)).Status);
    }

    [Theory]
    [InlineData(LinkPurpose.SignIn)]
    [InlineData(LinkPurpose.Approval)]
    public async Task Link_of_staff_cannot_act_for_the_client(LinkPurpose purpose)
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var before = (await app.Project("P-1")).Version;
        var links = app.Services.GetRequiredService<LinkTokens>();
        var token = links.CreateToken(new Link(purpose, "P-1", 1, 1, TestApp.Camille.Id, app.Now + Duration.FromDays(1)));
        var browser = app.NewBrowser();

        var optOut = await browser.Post($"/l/{token}/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" });
        await browser.Post($"/l/{token}", new() { ["answer"] = "still-looking" });

        Assert.Equal(HttpStatusCode.NotFound, optOut.Status);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Link_of_another_client_is_unknown()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var links = app.Services.GetRequiredService<LinkTokens>();
        var token = links.CreateToken(new Link(LinkPurpose.ClientPage, "P-1", 1, 1, "C-2", app.Now + Duration.FromDays(1)));

        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get("/l/" + token)).Status);
    }

    [Fact]
    public async Task Link_contains_no_personal_data()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var raw = System.Text.Encoding.Latin1.GetString(Base64Url.DecodeFromChars(link.AsSpan("/l/".Length)));

        foreach (var secret in new[] { "P-1", TestApp.Client, "jeanne", "Jeanne" })
        {
            Assert.DoesNotContain(secret, link, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, raw, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_copies_of_one_mail_are_used_up_together()
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();
        var sent = (await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail;
        var message = (await app.Store.FindMessage("P-1", sent.MessageId, TestContext.Current.CancellationToken))!.Message;
        var links = app.Services.GetRequiredService<LinkTokens>();
        await app.AdvanceTime(Duration.FromHours(3));
        var copy = links.CreateAddress(LinkPurpose.RelaunchAnswer, await app.Project("P-1"), message, TestApp.Client).AbsolutePath;
        var first = new Uri(sent.Links[0]).AbsolutePath;
        Assert.NotEqual(first, copy);
        var browser = app.NewBrowser();
        await browser.Fill(first, new() { ["answer"] = "still-looking" });

        Assert.Contains("vous cherchez toujours", (await browser.Get(copy)).Text, StringComparison.Ordinal);
    }
}
