using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Application.HandOvers;

namespace FollowUp.Web.Tests.Api;

/// <summary><c>/api/staff</c>: managers add, change and remove staff; coordinators enter their own absences.</summary>
public sealed class StaffApiTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Zoe = """{"name":"Zoé Marchand","role":"coordinator","languages":["fr","en"],"capacity":40,"phone":"01 99 00 01 03","screenLanguage":"en","hours":{"days":["monday","tuesday"],"windows":[{"from":"09:00","to":"12:30"}]}}""";

    [Fact]
    public async Task Manager_adds_changes_and_removes_a_person()
    {
        var nadia = host.As(ApiHost.Nadia);
        var added = await nadia.Put("/api/staff/Zoe@Demo.Example", Zoe);
        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal("zoe@demo.example", added.Json.GetProperty("email").GetString());
        Assert.Equal("+33199000103", added.Json.GetProperty("phone").GetString());
        Assert.Contains(
            await host.Store.Settings.List("mail:", TestContext.Current.CancellationToken),
            row => row.Key.StartsWith("mail:invitation.", StringComparison.Ordinal) && row.Value.Contains("zoe@demo.example", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await nadia.Put("/api/staff/zoe@demo.example", Zoe)).Status);
        var listed = (await nadia.Get("/api/staff")).Json.EnumerateArray().Single(s => s.GetProperty("email").GetString() == "zoe@demo.example");
        Assert.Equal("09:00", listed.GetProperty("hours").GetProperty("windows")[0].GetProperty("from").GetString());

        Assert.Equal(HttpStatusCode.OK, (await nadia.Delete("/api/staff/zoe@demo.example")).Status);
        Assert.Equal("unknown-staff", (await nadia.Delete("/api/staff/zoe@demo.example")).Code);
    }

    [Theory]
    [InlineData(ApiHost.Camille)]
    [InlineData(ApiHost.Simon)]
    public async Task Others_are_refused_with_a_code_and_a_line_in_the_audit_log(string staff)
    {
        var other = host.As(staff);
        ApiReply[] replies =
        [
            await other.Get("/api/staff"),
            await other.Put("/api/staff/zoe@demo.example", Zoe),
            await other.Delete("/api/staff/yanis@demo.example"),
            await other.Post("/api/staff/yanis@demo.example/hand-over", "{}"),
        ];
        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Forbidden, "managers-only"), (reply.Status, reply.Code)));
        var audit = await host.Store.Audit.Read(null, 100, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["hand-over", "list-staff", "put-staff", "remove-staff"],
            audit.Where(entry => entry.By == staff && entry is { Code: "managers-only", What: not "export-staff" }).Select(entry => entry.What).Distinct().Order());
    }

    [Fact]
    public async Task Wrong_fields_are_named_and_nothing_is_changed()
    {
        var reply = await host.As(ApiHost.Nadia).Put("/api/staff/yanis@demo.example", """{"role":"manager","languages":["de"],"capacity":-1,"phone":"x"}""");
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(["capacity", "languages", "name", "phone"], reply.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        var address = await host.As(ApiHost.Nadia).Put("/api/staff/yanis", Zoe);
        Assert.Equal(["email"], address.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal("Yanis Benali", (await host.Store.Directory.FindStaff(ApiHost.Yanis, TestContext.Current.CancellationToken))!.Name);
        Assert.Equal(
            "last-manager", (await host.As(ApiHost.Nadia).Delete("/api/staff/nadia@demo.example")).Code);
    }

    [Fact]
    public async Task Token_of_a_person_who_left_is_refused_at_once_and_stays_refused_when_they_come_back()
    {
        var nadia = host.As(ApiHost.Nadia);
        await nadia.Put("/api/staff/paul@demo.example", Zoe);
        await host.Store.Tokens.Add(
            FollowUp.Web.Api.Authentication.StaffTokens.Hash("paul@demo.example"), "paul@demo.example", NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await host.As("paul@demo.example").Get("/api/queue?staff=paul@demo.example")).Status);

        await nadia.Delete("/api/staff/paul@demo.example");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.As("paul@demo.example").Get("/api/queue?staff=paul@demo.example")).Status);
        await nadia.Put("/api/staff/paul@demo.example", Zoe);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.As("paul@demo.example").Get("/api/queue?staff=paul@demo.example")).Status);
    }

    [Fact]
    public async Task Coordinator_enters_only_their_own_absence_and_a_manager_anybodys()
    {
        const string week = """{"from":"2026-12-21","to":"2026-12-24","standIn":"yanis@demo.example"}""";
        Assert.Equal(HttpStatusCode.Created, (await host.As(ApiHost.Camille).Put("/api/staff/camille@demo.example/absences/xmas", week)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.As(ApiHost.Camille).Put("/api/staff/camille@demo.example/absences/xmas", week)).Status);
        Assert.Equal("managers-only", (await host.As(ApiHost.Yanis).Put("/api/staff/camille@demo.example/absences/mine", week)).Code);
        Assert.Equal("sales-do-not-follow-up", (await host.As(ApiHost.Simon).Put("/api/staff/simon@demo.example/absences/mine", week)).Code);
        Assert.Equal("absences-overlap", (await host.As(ApiHost.Nadia).Put("/api/staff/camille@demo.example/absences/other", week)).Code);
        Assert.Equal("unknown-staff", (await host.As(ApiHost.Nadia).Put("/api/staff/nobody@demo.example/absences/a", week)).Code);

        Assert.Equal(HttpStatusCode.OK, (await host.As(ApiHost.Nadia).Delete("/api/staff/camille@demo.example/absences/xmas")).Status);
        Assert.Equal("unknown-absence", (await host.As(ApiHost.Camille).Delete("/api/staff/camille@demo.example/absences/xmas")).Code);
    }

    [Theory]
    [InlineData("""{"from":"2026-12-24"}""", "to")]
    [InlineData("""{"from":"2026-12-24","to":"2026-12-21"}""", "to")]
    [InlineData("""{"to":"2026-11-01"}""", "to")]
    [InlineData("""{"to":"2026-12-24","standIn":"nobody@demo.example"}""", "standIn")]
    [InlineData("""{"to":"2026-12-24","standIn":"simon@demo.example"}""", "standIn")]
    [InlineData("""{"to":"2026-12-24","standIn":"camille@demo.example"}""", "standIn")]
    public async Task Wrong_absence_is_refused_by_its_field(string absence, string field)
    {
        var reply = await host.As(ApiHost.Camille).Put("/api/staff/camille@demo.example/absences/wrong", absence);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal([field], reply.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task Data_of_a_person_who_left_are_exported_and_then_erased()
    {
        var nadia = host.As(ApiHost.Nadia);
        await nadia.Put("/api/staff/lea@demo.example", Zoe);
        Assert.Equal("still-staff", (await nadia.Delete("/api/staff/lea@demo.example/data")).Code);
        Assert.Equal("managers-only", (await host.As(ApiHost.Camille).Get("/api/staff/lea@demo.example/export")).Code);
        var export = await nadia.Get("/api/staff/lea@demo.example/export");
        Assert.Equal("+33199000103", export.Json.GetProperty("staff").GetProperty("phone").GetString());

        await nadia.Delete("/api/staff/lea@demo.example");
        var erased = await nadia.Delete("/api/staff/lea@demo.example/data");
        Assert.True(erased.Json.GetProperty("verified").GetBoolean());
        var left = Assert.Single(await host.Store.Directory.FormerStaff(TestContext.Current.CancellationToken), s => s.Id == "lea@demo.example");
        Assert.Equal(("", null, null), (left.Name, left.Phone, left.Hours));
        Assert.Equal("unknown-staff", (await nadia.Delete("/api/staff/nobody@demo.example/data")).Code);
    }

    [Fact]
    public async Task Data_of_a_provider_are_exported_and_then_erased()
    {
        await host.Website.Put("/api/providers/PR-77", """{"name":"Atelier Sept","email":"sept@atelier.example","language":"fr"}""");
        await host.Website.Post("/api/complaints", """{"from":{"kind":"provider","id":"PR-77"},"text":"Sans nouvelles."}""");
        var export = await host.Website.Get("/api/providers/PR-77/export");
        Assert.Equal("sept@atelier.example", export.Json.GetProperty("email").GetString());
        Assert.Equal("Sans nouvelles.", export.Json.GetProperty("complaints")[0].GetProperty("text").GetString());

        Assert.True((await host.Website.Delete("/api/providers/PR-77")).Json.GetProperty("verified").GetBoolean());
        Assert.Null(await host.Store.Directory.FindProvider("PR-77", TestContext.Current.CancellationToken));
        Assert.Equal("unknown-provider", (await host.Website.Get("/api/providers/PR-77/export")).Code);
    }

    [Fact]
    public async Task Hand_over_of_some_projects_is_stored_until_it_is_carried_out()
    {
        var nadia = host.As(ApiHost.Nadia);
        Assert.Equal("unknown-staff", (await nadia.Post("/api/staff/nobody@demo.example/hand-over", "{}")).Code);
        Assert.Equal(
            ["to"],
            (await nadia.Post("/api/staff/yanis@demo.example/hand-over", """{"to":"yanis@demo.example"}""")).Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        var reply = await nadia.Post(
            "/api/staff/yanis@demo.example/hand-over", new JsonObject { ["to"] = "camille@demo.example", ["projects"] = new JsonArray("P-1", "P-2") });
        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        Assert.Equal(2, reply.Json.GetProperty("openProjects").GetInt32());

        var stored = Assert.Single(await new HandOverStore(host.Store.Settings).All(TestContext.Current.CancellationToken));
        Assert.Equal((ApiHost.Yanis, ApiHost.Camille), (stored.From, stored.To));
        Assert.Equal(["P-1", "P-2"], stored.Projects);
    }
}
