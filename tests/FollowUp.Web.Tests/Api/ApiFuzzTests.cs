using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace FollowUp.Web.Tests.Api;

/// <summary>Any request gets a result or a problem, and never a server error.</summary>
public sealed class ApiFuzzTests(ApiHost host) : IClassFixture<ApiHost>
{
    static readonly string[] Fields =
    [
        "id", "title", "description", "category", "language", "budget", "budget.min", "budget.max", "budget.currency", "deadline", "client",
        "client.id", "client.type", "client.name", "client.company", "client.email", "client.phone", "client.consentToCall",
        "client.consentToCall.at", "client.consentToCall.text", "submittedAt", "unknown", "client.unknown",
    ];

    static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "[[]]", "-1", "1e400", "0.1", "99999999999999999999999999", "\"\"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "\"a\\ufffeb\"", "\"\\ufdd0\\uffff\"", "\"\\u202eb\\u2066\"",
        "\"9999-12-31\"", "\"0000-00-00\"", "\"-9998-01-01\"", "\"9999-12-31T23:59:59-18:00\"", "\"-9998-01-01T00:00:00+18:00\"", "\"2026-11-23T08:56:60Z\"",
        "\"+33199001234;ext=5\"", "\"+999999999999999\"", "\"tel:0199001234\"", "\"0199001234#1\"", "\"a@b.fr\\nBcc:c@d.fr\"", "\"=?utf-8?q?x?=@b.fr\"",
        "\"../../x\"", "\"P-1001\"", "\"' OR 1=1 --\"", "{\"type\":\"undo\"}", "{\"min\":1}",
    ];

    static readonly Gen<string> Bodies = Gen.OneOf(
        Gen.Select(Gen.OneOf(Fields), Gen.OneOf(Values)).List[1, 4].Select(Changed),
        Gen.Select(Gen.Int[0, 600], Gen.Byte).List[1, 6].Select(Scratched),
        Gen.String[0, 40],
        Gen.OneOf(Values));

    [Fact]
    public async Task Any_submission_gets_no_server_error() => await Gen.Select(Bodies, Gen.OneOf("/api/projects", "/api/complaints",
        "/api/projects/P-1001/signals", "/api/projects/P-1001/provider-actions", "/api/projects/P-1001/questions"))
        .SampleAsync(async (body, path) => AssertNoServerError(await host.Website.Post(path, body)), iter: 2_000, threads: 2);

    [Fact]
    public async Task Any_command_gets_no_server_error() => await Gen.Select(
            Gen.OneOf("record-call", "add-note", "snooze", "send-good-chances", "assign", "close", "approve", "share-fact", "answer-question"),
            Gen.Select(
                Gen.OneOf("outcome", "at", "provider", "reason", "until", "note", "text", "visibility", "coordinator", "result", "amount", "evidence"),
                Gen.OneOf(Gen.OneOf(Values), Gen.OneOf("\"call-back\"", "\"won\"", "[\"budget\",null]", "\"PR-1\"", "\"shared\""))).List[0, 5])
        .SampleAsync(
            async (type, fields) => AssertNoServerError(await host.As(ApiHost.Camille).SendCommand(
                "P-1001", $"{{\"type\":\"{type}\"{string.Concat(fields.Select(f => $",\"{f.Item1}\":{f.Item2}"))}}}")),
            iter: 2_000, threads: 2);

    [Fact]
    public async Task Any_header_or_address_gets_no_server_error() => await Gen.Select(
            Gen.Char[' ', '~'].Array[0, 40].Select(c => new string(c)), Gen.OneOf("If-Match", "Idempotency-Key", "Accept-Language", "Authorization"))
        .SampleAsync(
            async (value, header) =>
            {
                AssertNoServerError(await host.Website.Get($"/api/projects/{Uri.EscapeDataString(value)}", (header, value)));
                AssertNoServerError(await host.Website.Get($"/api/providers/PR-1/feed?since={Uri.EscapeDataString(value)}", (header, value)));
                AssertNoServerError(await host.As(ApiHost.Camille).SendCommand("P-404", """{"type":"undo"}""", (header, value)));
            },
            iter: 300, threads: 2);

    static void AssertNoServerError(ApiReply reply) => Assert.True((int)reply.Status < 500, $"{(int)reply.Status}: {reply.Text}");

    static string Changed(List<(string Field, string Value)> changes)
    {
        var json = ApiSamples.Project().ToJsonString();
        foreach (var (field, value) in changes)
        {
            try
            {
                json = ApiSamples.With(JsonNode.Parse(json)!.AsObject(), field, "here").ToJsonString().Replace("\"here\"", value, StringComparison.Ordinal);
            }
            catch (Exception e) when (e is InvalidOperationException or NullReferenceException or System.Text.Json.JsonException)
            {
                // An earlier change took away what this one was to change.
            }
        }

        return json;
    }

    static string Scratched(List<(int At, byte Value)> scratches)
    {
        var bytes = Encoding.UTF8.GetBytes(ApiSamples.Project().ToJsonString());
        foreach (var (at, value) in scratches)
        {
            bytes[at % bytes.Length] = value;
        }

        return Encoding.Latin1.GetString(bytes);
    }
}
