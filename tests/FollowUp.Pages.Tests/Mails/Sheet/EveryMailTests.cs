using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>
/// Rules for every mail of every kind. <c>FOLLOWUP_WRITE_MAILS=1 dotnet test --project tests/FollowUp.Pages.Tests --
/// --filter-class "*EveryMailTests"</c> writes pictures of all mails to <c>docs</c>.
/// </summary>
public sealed partial class EveryMailTests(MailsInBothLanguages sent) : IClassFixture<MailsInBothLanguages>
{
    static readonly string[] Leftovers = ["{", "}", "()", "  ,", "FollowUp.", "System.", "??", "null", "—", "’’", "''"];

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task Both_parts_have_the_same_text_and_GET_of_a_link_changes_nothing(Language language)
    {
        var (app, mails) = sent.In(language);

        Assert.Empty(Enum.GetValues<MessageKind>().Where(k => k != MessageKind.Webhook).Except(mails.Select(m => m.Kind ?? MessageKind.Webhook)));
        Assert.Empty(mails.SelectMany(mail => Faults(mail, language).Select(fault => $"{mail.Name}: {fault}")));
        Assert.Equal(mails.Length, mails.Select(m => m.Mail.Subject).Distinct().Count());

        var before = await Versions(app);
        var browser = app.NewBrowser();
        foreach (var link in mails.SelectMany(m => m.Mail.Links))
        {
            await browser.Head(new Uri(link).PathAndQuery);
            await browser.Get(new Uri(link).PathAndQuery);
        }

        Assert.Equal(before, await Versions(app));
    }

    [Fact]
    public async Task Mail_fits_a_wide_and_a_narrow_screen()
    {
        Assert.SkipWhen(Chromium.Path is null, "There is no Chromium on the path.");
        var (french, english) = (sent.In(Language.French).Mails, sent.In(Language.English).Mails);
        Assert.Equal(french.Select(m => m.Name), english.Select(m => m.Name));

        using var sheet = new Page(new ContactSheet(french, english));
        var (height, tooWide) = ContactSheet.Measured(await Chromium.Dom(sheet.Path));
        Assert.Empty(tooWide);

        if (Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_MAILS") == "1")
        {
            using var night = new Page(new ContactSheet(french, english, dark: true));
            await Chromium.Picture(sheet.Path, Docs("mails.png"), ContactSheet.Width, height, 0.6);
            await Chromium.Picture(night.Path, Docs("mails-dark.png"), ContactSheet.Width, height, 0.6, dark: true);
        }
    }

    static IEnumerable<string> Faults(SentMail sent, Language language)
    {
        var mail = sent.Mail;
        var shown = string.Join(' ', MailParts.Shown(mail.Html));
        var text = string.Join(' ', MailParts.Paragraphs(mail.Text));
        foreach (var missing in MailParts.Shown(mail.Html).Where(piece => !text.Contains(piece, StringComparison.Ordinal)))
        {
            yield return $"only in the HTML part: {missing}";
        }

        foreach (var address in MailParts.Addresses(mail.Html).Except(mail.Text.Split('\n')))
        {
            yield return $"only in the HTML part: {address}";
        }

        foreach (var line in mail.Text.Split('\n').Where(l => l.Length > 78 && !l.StartsWith("https://", StringComparison.Ordinal)))
        {
            yield return $"a long line: {line}";
        }

        foreach (var leftover in Leftovers.Where(l => (mail.Subject + shown).Contains(l, StringComparison.Ordinal)))
        {
            yield return $"'{leftover}'";
        }

        if (!(char.IsUpper(mail.Subject[0]) || mail.Subject[0] is '«' or '“') || mail.Subject.Length is < 15 or > 90)
        {
            yield return $"its subject: {mail.Subject}";
        }

        // Mails use typographic apostrophes and non-breaking spaces before colons.
        if (Straight().IsMatch(mail.Subject + " " + shown) || (language == Language.French && Broken().Match(Ours(mail.Text)) is { Success: true }))
        {
            yield return $"its typography: {Straight().Match(mail.Subject + " " + shown).Value}{Broken().Match(Ours(mail.Text)).Value}";
        }
    }

    /// <summary>The text without quotations, which keep what people typed.</summary>
    static string Ours(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('>')));

    static async Task<ImmutableArray<string>> Versions(TestApp app)
    {
        var versions = ImmutableArray.CreateBuilder<string>();
        foreach (var id in (await app.AllMails()).Select(m => m.Mail.ProjectId).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            var project = await app.Project(id);
            versions.Add($"{id}: {project.Version} {project.LastSignOfLife}");
        }

        return versions.ToImmutable();
    }

    static string Docs(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FollowUp.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", file);
    }

    /// <summary>A contact sheet in a temporary file, deleted on disposal.</summary>
    sealed class Page : IDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followup-mails-");

        public Page(ContactSheet sheet) => File.WriteAllText(Path, sheet.Html());

        public string Path => System.IO.Path.Combine(folder.FullName, "mails.html");

        public void Dispose() => folder.Delete(recursive: true);
    }

    [GeneratedRegex(@".{0,20}\p{L}'\p{L}.{0,20}|.{0,20}""..{0,20}")]
    private static partial Regex Straight();

    [GeneratedRegex(@".{0,20}[\p{L}\p{N}»)] [:;!?»].{0,20}|.{0,20}« .{0,20}|.{0,20}n° \d")]
    private static partial Regex Broken();
}
