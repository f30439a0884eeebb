using System.Net;
using System.Text;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Messages that no program writes. The endpoint answers each of them, and never with 5xx.</summary>
public sealed class InboundMailFuzzTests
{
    const int Messages = 5_000;

    static readonly string[] Odd =
    [
        "\r\n\r\n", "\0", "=?utf-8?q?=FF=FE?=", "=?x?b?%%%?=", "<>", "\"", "(((((", "@", ";", "boundary=", "Content-Type: multipart/mixed; boundary=\"\"\r\n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", "--b\r\n", "--b--", "Content-Type: message/delivery-status\r\n\r\n",
        "Content-Type: message/rfc822\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: x\r\n", "charset=utf-7",
        "charset=\"\"", "From: ", "Sender: \u202e@", "Date: 99 Xxx 99999 99:99:99 +9999\r\n", "References: " + "<a.1.B@c> ", "Authentication-Results: ;;;=\r\n",
        "<blockquote>", "<![CDATA[", "<!--", "&#xD800;", "&#x110000;", "\ud800\udc00", "É".Normalize(NormalizationForm.FormD), "Le 1 a écrit :\r\n>", "Message-ID: \r\n",
    ];

    [Fact]
    public async Task Mutated_messages_get_no_server_error()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var address = await app.ReplyAddress();
        var seeds = Seeds(address).Select(s => Encoding.UTF8.GetBytes(s.ReplaceLineEndings("\r\n"))).ToArray();
        var random = new Random(20261123);
        var answers = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < Messages; i++)
        {
            var raw = Mutated(seeds[random.Next(seeds.Length)], random);
            HttpStatusCode status;
            try
            {
                status = (await app.Post(raw)).Status;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Assert.Fail($"No. {i}: {fault}\n{Convert.ToBase64String(raw)}");
                throw;
            }

            // 503 puts a mail off once as many were passed on for the project as an hour allows.
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.ServiceUnavailable, $"No. {i}: {status}\n{Convert.ToBase64String(raw)}");
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        Assert.True(
            answers[HttpStatusCode.OK] + answers.GetValueOrDefault(HttpStatusCode.ServiceUnavailable) > Messages / 2, "Most of them are still messages.");
        Assert.True((await app.Project("P-1")).IsOpen);
    }

    static IEnumerable<string> Seeds(string address)
    {
        yield return MailGateway.ComposeReply(address, "Oui.\n\nLe 23/11/2026 à 09:00, Suivi a écrit :\n> Bonjour");
        yield return MailGateway.ComposeReply(address, "Absente", headers: "Auto-Submitted: auto-replied");
        yield return MailGateway.ComposeReply("suivi@followup.example", headers: "In-Reply-To: <P-1.7.RelaunchFirst@x>\nAuthentication-Results: mx; dmarc=pass");
        yield return $"From: jeanne@martin.example\nTo: {address}\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: text/html\n\n<p>Oui<blockquote type=cite>x</blockquote>\n--b--\n";
        yield return $"From: mailer-daemon@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;x\n\nFinal-Recipient: rfc822;nobody@x.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\nReply-To: {address}\n\nx\n--b--\n";
    }

    static byte[] Mutated(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count + 1)).Take(random.Next(200)).ToArray());
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(1, 2000)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
