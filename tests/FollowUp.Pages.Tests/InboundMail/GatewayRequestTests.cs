using System.Net;
using System.Text;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>How a mail gateway may bring a message: as the message itself or in a form of any kind. What is no message is refused.</summary>
public sealed class GatewayRequestTests
{
    [Theory]
    [InlineData("email")]
    [InlineData("body-mime")]
    public async Task A_gateway_may_send_any_kind_of_form(string field)
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        byte[] Message(string id) => [.. Encoding.ASCII.GetBytes($"From: jeanne@martin.example\r\nTo: {address}\r\nMessage-ID: <{id}>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n1 + 1 & "), 0xE9];

        var encoded = $"spam=no&{field}={string.Concat(Message("1@x").Select(b => b == ' ' ? "+" : $"%{b:X2}"))}&x=1";
        (await app.Post(Encoding.ASCII.GetBytes(encoded), type: "application/x-www-form-urlencoded")).HasResult("reply");
        byte[] multipart =
        [
            .. Encoding.ASCII.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"spam\"\r\n\r\nno\r\n--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n"),
            .. Message("2@x"), .. Encoding.ASCII.GetBytes("\r\n--b--\r\n"),
        ];
        (await app.Post(multipart, type: "multipart/form-data; boundary=b")).HasResult("reply");
        (await app.Post(Message("3@x"))).HasResult("reply");

        Assert.Equal(["1 + 1 & é", "1 + 1 & é", "1 + 1 & é"], await app.ReplyTexts());
    }

    [Theory]
    [InlineData("email=%4")]
    [InlineData("email=%zz")]
    [InlineData("other=x")]
    [InlineData("email")]
    [InlineData("")]
    public async Task A_malformed_form_is_refused(string form)
    {
        await using var app = await TestApp.Start();
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Post(Encoding.ASCII.GetBytes(form), type: "application/x-www-form-urlencoded")).Status);
    }

    [Fact]
    public async Task Invalid_requests_get_their_status_and_fields()
    {
        await using var app = await TestApp.Start();
        var message = Encoding.UTF8.GetBytes(MailGateway.ComposeReply("suivi@followup.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Post(message, key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Post(message, key: "what the gateway showS")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.Post(message, type: "application/json")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Post(new byte[30 << 20])).Status);
        foreach (var (none, field) in new[] { ("", "body"), ("\r\n\r\n", "body|From"), ("Subject: x\r\n\r\nhello", "From"), ("{\"from\":\"x\"}", "body|From") })
        {
            var answer = await app.Post(Encoding.UTF8.GetBytes(none));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Matches($"\"errors\":{{\"({field})\":", answer.Text);
        }
    }

    [Fact]
    public async Task An_inbound_parse_service_posts_a_form()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        using var form = new MultipartFormDataContent("xYzZy")
        {
            { new StringContent("""{"to":["x"]}"""), "envelope" },
            { new ByteArrayContent(Encoding.Latin1.GetBytes(MailGateway.ComposeReply(address, "Déjà vu.").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal))), "email" },
        };

        (await app.Post(await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), type: form.Headers.ContentType!.ToString())).HasResult("reply");
        Assert.Equal(["Déjà vu."], await app.ReplyTexts());
    }
}
