using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FollowUp.Domain.Outbox;
using FollowUp.Web.InboundMail;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>A mail gateway: posts raw messages to <c>/inbound-mail</c>.</summary>
static class MailGateway
{
    /// <summary>What the gateway writes on top of a mail that Jeanne's server sent.</summary>
    public const string Proven = $"Authentication-Results: {TestApp.Gateway}; dmarc=pass header.from=martin.example";

    public const string Jeanne = "Jeanne Martin <jeanne@martin.example>";

    public static async Task<GatewayReply> Post(this TestApp app, byte[] raw, string? key = TestApp.GatewayKey, string type = "message/rfc822")
    {
        using var gateway = app.NewHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, InboundMailEndpoint.Path) { Content = new ByteArrayContent(raw) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (key is not null)
        {
            request.Headers.Add(InboundMailKey.Header, key);
        }

        using var answer = await gateway.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new GatewayReply(answer.StatusCode, text);
    }

    /// <summary>A message in UTF-8, its lines as written here.</summary>
    public static Task<GatewayReply> Post(this TestApp app, string message) =>
        app.Post(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));

    /// <summary>A project that was relaunched once, and the address that the relaunch is answered to.</summary>
    public static async Task<(TestApp App, string Address)> StartWithRelaunch()
    {
        var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateRelaunchLink();
        return (app, (await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.ReplyTo);
    }

    /// <summary>What a client writes who presses "reply".</summary>
    /// <param name="headers">More of them, a line each.</param>
    public static string ComposeReply(
        string to, string text = "Je réfléchis encore.", string from = Jeanne, string id = "reply-1@martin.example",
        string date = "Mon, 23 Nov 2026 08:30:00 +0100", string headers = "", string subject = "Re: votre projet")
    {
        var more = headers.Length == 0 ? "" : headers + "\n";
        return $"""
            From: {from}
            To: Suivi Projet <{to}>
            Subject: {subject}
            Date: {date}
            Message-ID: <{id}>
            MIME-Version: 1.0
            {more}Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {text}
            """;
    }
}

sealed record GatewayReply(HttpStatusCode Status, string Text)
{
    public string? Result => Of("result");

    public string? Why => Of("why");

    public string? Project => Of("project");

    public GatewayReply HasResult(string result, string? why = null)
    {
        Assert.True(Status == HttpStatusCode.OK, $"{(int)Status} {Text}");
        Assert.Equal((result, why), (Result, Why));
        return this;
    }

    string? Of(string name) => JsonDocument.Parse(Text).RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
}
