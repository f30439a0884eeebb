using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>Appointments as public reports say that calendars refuse them: wrong line ends, missing mailto, names and titles with the signs of the format.</summary>
public sealed class ReportedCalendarTests
{
    [Theory]
    [InlineData("Camille Aubertin", "Refonte du site")]
    [InlineData("Aubertin, Camille", "Toiture, façade; charpente")]
    [InlineData("Camille \"Cam\" Aubertin", "Le \"grand\" projet")]
    [InlineData("Camille: Suivi", "END:VEVENT")]
    [InlineData("Camille; Aubertin", "C:\\devis\\nord")]
    [InlineData("Çamille Ÿ Œ’Brien", "=?utf-8?Q?Devis?=")]
    public async Task An_appointment_is_valid_whatever_the_names(string coordinator, string title)
    {
        await using var app = await TestApp.Start();
        var request = await SampleMailRequests.Create(app, MessageKind.CallAgreed, Language.French);
        request = request with { Dossier = request.Dossier! with { Title = title }, InCharge = TestApp.Camille with { Name = coordinator } };
        var calendar = (await app.Services.GetRequiredService<IMailWriter>().Write(request, TestContext.Current.CancellationToken))!.Calendar!;

        Assert.DoesNotContain('\n', calendar.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', calendar.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("^[A-Z-]+[;:]", line));
        Assert.Equal(["BEGIN:VCALENDAR", "BEGIN:VEVENT"], lines.Where(line => line.StartsWith("BEGIN:", StringComparison.Ordinal)));
        Assert.Equal(["END:VEVENT", "END:VCALENDAR"], lines.Where(line => line.StartsWith("END:", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("METHOD:", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("TZID", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("ORGANIZER", StringComparison.Ordinal) && line.Contains(":mailto:", StringComparison.Ordinal));

        var read = Assert.Single(Ical.Net.Calendar.Load(calendar)!.Events);
        Assert.EndsWith(title, read.Summary!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("mailto", read.Organizer!.Value!.Scheme);
        Assert.True(read.End!.AsUtc > read.Start!.AsUtc);
    }
}
