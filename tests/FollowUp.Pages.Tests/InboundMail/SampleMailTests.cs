using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>
/// Messages of the kinds that real mail systems send, in <c>Samples</c>; all persons and addresses are invented. <c>{token}</c> stands for the
/// token of the project, <c>{id}</c> for anything unique.
/// </summary>
public sealed class SampleMailTests(SampleMailTests.SharedApp app) : IClassFixture<SampleMailTests.SharedApp>
{
    /// <summary>File, result, reason, and words that the recorded reply holds.</summary>
    public static TheoryData<string, string, string?, string?> Samples => new()
    {
        // Bounces and complaints.
        { "bounce-blocked-server", "ignored", "not-the-address", null },
        { "bounce-full-mailbox", "ignored", "not-the-address", null },
        { "bounce-without-status", "address-refused", "bounce", null },
        { "bounce-exim", "address-refused", "bounce", null },
        { "bounce-exim-full-mailbox", "ignored", "not-the-address", null },
        { "bounce-qmail", "address-refused", "bounce", null },
        { "bounce-postfix-as-text", "address-refused", "bounce", null },
        { "bounce-fields-in-one-group", "address-refused", "bounce", null },
        { "bounce-without-recipient", "address-refused", "bounce", null },
        { "bounce-microsoft-5.4.1", "address-refused", "bounce", null },
        { "bounce-routing-5.4.1", "ignored", "not-the-address", null },
        { "bounce-sender-5.1.8", "ignored", "not-the-address", null },
        { "bounce-no-mx-5.1.10", "address-refused", "bounce", null },
        { "bounce-general-status", "address-refused", "bounce", null },
        { "bounce-contradiction", "ignored", "not-the-address", null },
        { "bounce-bare-550-spam", "ignored", "not-the-address", null },
        { "bounce-wrapped", "address-refused", "bounce", null },
        { "bounce-utf8-recipient", "address-refused", "bounce", null },
        { "bounce-at-the-return-address", "address-refused", "bounce", null },
        { "bounce-without-proof", "ignored", "report-of-another-mail", null },
        { "bounce-failed-check", "ignored", "forged-report", null },
        { "complaint-not-spam", "ignored", "report", null },
        { "complaint-virus", "ignored", "report", null },
        { "complaint-abuse", "address-refused", "complaint", null },
        { "complaint-of-another-reader", "ignored", "report-of-another-mail", null },

        // A program or a person.
        { "person-outlook-suppresses-answers", "reply", null, "Oui, lundi." },
        { "person-fastmail", "reply", null, "Oui, lundi." },
        { "person-speaks-of-a-receipt", "passed-on", "subject", null },
        { "person-auto-in-subject", "passed-on", "subject", null },
        { "person-through-a-list", "passed-on", "precedence", null },
        { "machine-decomposed-subject", "ignored", "subject", null },
        { "machine-german", "ignored", "subject", null },
        { "machine-challenge", "passed-on", "challenge", null },
        { "machine-challenge-english", "passed-on", "challenge", null },

        // What the client wrote.
        { "text-after-a-photo", "reply", null, "Bonjour, voici la façade :\n\nMais ne m’appelez plus, je renonce.\n\n(1 pièce jointe)" },
        { "photo-with-content-id", "reply", null, "Voici la photo.\n\n(1 pièce jointe)" },
        { "charset-iso-8859-15", "reply", null, "Budget 3 000 €, cœur de la décision" },
        { "charset-windows-1250", "reply", null, "Żółć, 3 000 €" },
        { "charset-latin1-with-windows-bytes", "reply", null, "Déjà décidé, 3 000 € , l’appel me va…" },
        { "charset-gb2312", "reply", null, "星期一可以" },
        {
            "own-hours", "reply", null,
            "Mes disponibilités pour l’appel :\n\nDe : 9h00\nÀ : 11h30\nDate : mardi 8 décembre\n\nSinon jeudi. Et ne m’appelez plus au bureau."
        },
        { "own-sentence-envoye-depuis", "reply", null, "Envoyé depuis trois semaines, toujours aucune réponse du prestataire." },
        { "own-sentence-a-ecrit", "reply", null, "Le 12/11 le prestataire a écrit :\n« devis 4 500 € », c’est trop cher, j’abandonne." },
        { "answer-below-the-signature", "reply", null, "Oui lundi, je réponds sous ma signature." },
        { "html-answer-below-the-old-mail", "reply", null, "De : Suivi\nObjet : x\nancien\nOui lundi (en rouge)." },
        { "html-table", "reply", null, "Lundi 10h\nMardi 14h" },
        { "old-mail-outlook", "reply", null, "Oui lundi." },
        { "old-mail-notes", "reply", null, "Oui lundi." },
        { "person-emoji-only", "reply", null, "👍" },
        { "person-signed-by-smime", "reply", null, "Oui, lundi." },

        // Who speaks for the client.
        { "forged-sender", "passed-on", "unproven-sender", null },
        { "two-senders", "ignored", "no-sender", null },
        { "internationalised-sender", "passed-on", "unproven-sender", null },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_message_is_read_as_what_it_is(string file, string result, string? why, string? words)
    {
        var id = "P-" + file;
        await app.App.SubmitProject(id, client: "C-" + file, email: file == "internationalised-sender" ? "jeanne@château-exemple.example" : "jeanne@martin.example");
        var raw = Read(file).Replace("suivi+{token}@followup.example", await app.App.ReplyAddress(id), StringComparison.Ordinal).Replace("{id}", file, StringComparison.Ordinal);

        (await app.App.Post(raw)).HasResult(result, why);

        Assert.Equal(words is null ? [] : [words], await app.App.ReplyTexts(id));
        Assert.Equal(result != "address-refused", (await app.App.Project(id)).Contact.MayMail);
    }

    [Fact]
    public void Every_sample_is_read() => Assert.Equal(
        Names.Order(StringComparer.Ordinal), Samples.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    static ImmutableArray<string> Names =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name["samples/".Length..])),
    ];

    static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"samples/{file}.eml")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>One app for all samples: each has a project of its own.</summary>
    public sealed class SharedApp : IAsyncLifetime
    {
        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await TestApp.Start();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
