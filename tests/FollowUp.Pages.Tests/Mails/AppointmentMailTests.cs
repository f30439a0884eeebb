using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>The appointments (RFC 5545) that come with the mails about agreed calls.</summary>
public sealed class AppointmentMailTests
{
    [Fact]
    public async Task An_agreed_call_comes_with_an_appointment()
    {
        await using var app = await TestApp.Start();
        var mail = await Write(app, await SampleMailRequests.Create(app, MessageKind.CallAgreed, Language.French));

        Assert.NotNull(mail.Calendar);
        Assert.Contains("DTSTART:20261124T080000Z", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261123T080000Z", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains($"ORGANIZER;CN=Camille Aubertin:mailto:{await app.ReplyAddress()}", mail.Calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(mail.Calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task Moved_call_replaces_the_appointment()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        foreach (var hours in new[] { 26, 28 })
        {
            await app.RecordAsManager("P-1", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + NodaTime.Duration.FromHours(hours)));
            await app.AdvanceTime(NodaTime.Duration.FromMinutes(1));
        }

        var entries = (await app.MailsOf(MessageKind.CallAgreed)).OrderBy(m => m.At).Select(m => Lines(m.Mail.Calendar!)).ToArray();

        Assert.Equal(2, entries.Length);
        Assert.Equal(entries[0]["UID"], entries[1]["UID"]);
        Assert.NotEqual(entries[0]["DTSTART"], entries[1]["DTSTART"]);
        Assert.True(int.Parse(entries[0]["SEQUENCE"], null) < int.Parse(entries[1]["SEQUENCE"], null));

        static Dictionary<string, string> Lines(string calendar) => calendar.Split("\r\n").Select(l => l.Split(':', 2))
            .Where(l => l[0] is "UID" or "DTSTART" or "SEQUENCE").ToDictionary(l => l[0], l => l[1]);
    }

    [Fact]
    public async Task Closing_cancels_the_appointment_of_the_agreed_call()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + NodaTime.Duration.FromHours(26)));
        await app.AdvanceTime(NodaTime.Duration.FromMinutes(1));
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned), null));
        await app.AdvanceTime(NodaTime.Duration.FromMinutes(11));

        var agreed = Assert.Single(await app.MailsOf(MessageKind.CallAgreed)).Mail.Calendar!.Split("\r\n");
        var cancelled = Assert.Single(await app.MailsOf(MessageKind.OutcomeThanks)).Mail.Calendar!.Split("\r\n");
        Assert.Contains("METHOD:CANCEL", cancelled);
        Assert.Contains("STATUS:CANCELLED", cancelled);
        Assert.Equal(Line(agreed, "UID"), Line(cancelled, "UID"));
        Assert.Equal(Line(agreed, "DTSTART"), Line(cancelled, "DTSTART"));
        Assert.True(int.Parse(Line(agreed, "SEQUENCE")[9..], null) < int.Parse(Line(cancelled, "SEQUENCE")[9..], null));

        static string Line(string[] lines, string name) => Assert.Single(lines, l => l.StartsWith(name + ":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\U0001f4de fin")]
    [InlineData("\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de\U0001f4de")]
    [InlineData("Rénovation d’été : fenêtres, façades, charpente ; toiture\\ardoise déjà prévue à Évreux")]
    [InlineData("家のリフォームと庭の手入れをお願いしたいのですが、来週の月曜日は大丈夫でしょうか")]
    [InlineData("Famille \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466")]
    public async Task Appointment_is_folded_by_octets_and_never_within_a_character(string title)
    {
        await using var app = await TestApp.Start();
        var request = await SampleMailRequests.Create(app, MessageKind.CallAgreed, Language.French);
        var calendar = (await Write(app, request with { Dossier = request.Dossier! with { Title = title } })).Calendar!;

        var octets = System.Text.Encoding.UTF8.GetBytes(calendar);
        Assert.DoesNotContain("\ufffd", System.Text.Encoding.UTF8.GetString(octets), StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        var unescaped = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

        // French text has a space that does not break before ":" and ";".
        Assert.Contains($": {title}\r\n", unescaped.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    static async Task<OutgoingMail> Write(TestApp app, MailRequest request) =>
        await app.Services.GetRequiredService<IMailWriter>().Write(request, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("There was an address.");
}
