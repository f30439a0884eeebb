using System.Net;

namespace FollowUp.Web.Tests.Api;

/// <summary>A text that providers would read is stopped at writing when it holds personal data.</summary>
public sealed class SharedTextTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    ApiClient Camille => host.As(ApiHost.Camille);

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.SubmitAndValidate();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("Vu avec Mme Martin.", "Martin")]
    [InlineData("Son numéro : zéro un 99 00 douze trente-quatre", "99")]
    [InlineData("jeanne (at) atelier-martin (point) example", "jeanne")]
    [InlineData("Elle hésite avec Durand.", "Durand")]
    public async Task A_shared_note_with_personal_data_is_stopped_and_shows_what_was_found(string text, string found)
    {
        var stopped = (await Camille.SendCommand("P-1001", Note(text))).HasStatus(HttpStatusCode.Conflict);

        Assert.Equal("personal-data-found", stopped["code"]);
        Assert.Contains(found, stopped["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain("note-added", (await host.Website.Get("/api/projects/P-1001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_note_is_published_masked_by_one_act()
    {
        (await Camille.SendCommand("P-1001", Note("Mme Martin décide lundi.", "masked"))).HasStatus(HttpStatusCode.OK);

        Assert.Equal("Mme […] décide lundi.", await ReadNote("PR-1"));
    }

    [Fact]
    public async Task A_known_name_is_never_published_as_it_is()
    {
        (await Camille.SendCommand("P-1001", Note("Martin décide lundi.", "as-written"))).HasStatus(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_internal_note_may_name_the_client() =>
        (await Camille.SendCommand("P-1001", """{"type":"add-note","text":"Mme Martin décide lundi.","visibility":"internal"}""")).HasStatus(HttpStatusCode.OK);

    [Fact]
    public async Task A_note_that_goes_with_a_call_is_stopped_too() => Assert.Equal("personal-data-found", (await Camille.SendCommand(
        "P-1001", """{"type":"record-call","outcome":"still-looking","note":{"text":"Mme Martin décide.","visibility":"shared"}}"""))
        .HasStatus(HttpStatusCode.Conflict)["code"]);

    [Fact]
    public async Task An_answer_may_name_the_provider_that_asked_and_no_other()
    {
        var asked = (await host.Website.Post("/api/projects/P-1001/questions", """{"provider":"PR-1","text":"Où en est-on ?"}""")).HasStatus(HttpStatusCode.Accepted);
        string Answer(string text) => $$"""{"type":"answer-question","question":"{{asked["question"]}}","text":"{{text}}"}""";

        (await Camille.SendCommand("P-1001", Answer("Durand Web est aussi sur les rangs."))).HasStatus(HttpStatusCode.Conflict);
        (await Camille.SendCommand("P-1001", Answer("Bonjour Studio Lumière, le client réfléchit."))).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sales_are_refused_for_the_better_reason() => Assert.Equal("sales-do-not-follow-up", (await host.As(ApiHost.Simon).SendCommand(
        "P-1001", Note("Mme Martin décide lundi."))).HasStatus(HttpStatusCode.Forbidden)["code"]);

    [Fact]
    public async Task A_shared_note_is_withdrawn_also_once_the_project_is_closed()
    {
        var added = await Camille.SendCommand("P-1001", Note("Décision lundi."));
        var seq = added.Json.GetProperty("version").GetInt64();
        Assert.Equal("Décision lundi.", await ReadNote("PR-1"));
        await Camille.SendCommand("P-1001", """{"type":"close","result":"dead","reason":"abandoned"}""");

        (await Camille.SendCommand("P-1001", $$"""{"type":"withdraw-note","seq":{{seq}}}""")).HasStatus(HttpStatusCode.OK);

        Assert.Null(await ReadNote("PR-1"));
    }

    [Fact]
    public async Task Only_a_shared_note_is_withdrawn() => Assert.Equal(
        "no-such-note", (await Camille.SendCommand("P-1001", """{"type":"withdraw-note","seq":1}""")).HasStatus(HttpStatusCode.Conflict)["code"]);

    [Fact]
    public async Task Staff_read_what_providers_read_and_sales_do_not()
    {
        await Camille.SendCommand("P-1001", Note("Décision lundi."));

        var feed = (await Camille.Get("/api/projects/P-1001/feed")).HasStatus(HttpStatusCode.OK);
        Assert.Equal("in-follow-up", feed["phase"]);
        Assert.Contains("Décision lundi.", feed.Text, StringComparison.Ordinal);
        Assert.Equal("sales-do-not-follow-up", (await host.As(ApiHost.Simon).Get("/api/projects/P-1001/feed")).HasStatus(HttpStatusCode.Forbidden)["code"]);
    }

    static string Note(string text, string? masking = null) => System.Text.Json.JsonSerializer.Serialize(masking is null
        ? new { type = "add-note", text, visibility = "shared" }
        : (object)new { type = "add-note", text, visibility = "shared", masking });

    async Task<string?> ReadNote(string provider)
    {
        var notes = (await host.Website.Get($"/api/projects/P-1001/feed?provider={provider}")).HasStatus(HttpStatusCode.OK).Json.GetProperty("notes");
        return notes.GetArrayLength() == 0 ? null : notes[0].GetProperty("text").GetString();
    }
}
