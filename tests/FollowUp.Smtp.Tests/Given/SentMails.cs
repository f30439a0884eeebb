using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.TestKit;
using FollowUp.TestKit.Hosts;
using FollowUp.TestKit.Smtp;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>What one host sent to ten clients of one department.</summary>
public sealed class SentMails : IAsyncLifetime
{
    internal const string Coordinator = "Chloé d’Étange-Šimić";

    internal static readonly SampleClient Validated = new("P-9", "jeanne.validee@atelier.example", "Jeanne Martin", "Atelier Martin SARL");
    internal static readonly SampleClient WithAppointment =
        new("P-10", "zoe.rappel@loup.example", "Zoë Lefèvre-Œillet", "L’Étoile & Fils, « Père »", "Réfection d’un escalier à vis, été 2027");

    /// <summary>Each was called in vain, and has a name or a title that is hard to write into a mail.</summary>
    internal static readonly SampleClient[] Missed =
    [
        new("P-1", "jeanne@atelier.example", "Jeanne Martin", "Atelier Martin SARL"),
        new("P-2", "zoe@loup.example", "Zoë Lefèvre-Œillet", "L’Étoile & Fils, « Père »", "Réfection d’un escalier à vis, été 2027"),
        new("P-3", "sean@obrien.example", "Seán O'Brien \"Jr\" <admin>", null, "Site: étape 2; budget = 5 000 €, \"urgent\""),
        new("P-4", "fox@fox.example", "🦊 Renard 👩🏽‍💻", "🚀 Fusée", "Une appli 🧑‍🤝‍🧑 pour 👨‍👩‍👧‍👦"),
        new("P-5", "mohamed@shop.example", "محمد بن علي", "شركة النور", "متجر إلكتروني"),
        new("P-6", "miriam@shop.example", "מרים כהן", null, "אתר אינטרנט חדש"),
        new("P-7", "li@shop.example", "李小龍", null, "功夫学校的网站" + new string('字', 60)),
        new("P-8", "ann@shop.example", "Ann Hill", "Hill Ltd", "A new website") { Language = Language.English },
    ];

    readonly FakeSmtpServer server = new();
    DepartmentFolder? department;
    ServingProcess? host;

    public async ValueTask InitializeAsync()
    {
        department = await DepartmentFolder.CreateUntilNow(
            Coordinator,
            [.. Missed.Select(client => (client, CallOutcome.NoAnswer)), (Validated, CallOutcome.Serious), (WithAppointment, CallOutcome.CallBack)]);
        host = HostProcess.Start(department, server.Port);
    }

    /// <summary>Waits for the one mail of this kind to the project's client.</summary>
    internal async Task<ReceivedMail> Receive(SampleClient client, string kind)
    {
        await Eventually.IsTrue(() => Find(client, kind).Any(), () => $"No {kind} of {client.Project} came.\n{host!.ErrorOutput}");
        return Assert.Single(Find(client, kind));
    }

    public ValueTask DisposeAsync()
    {
        host?.Dispose();
        server.Dispose();
        department?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The Message-ID is <c>PROJECT.VERSION.KIND.PROOF@DOMAIN</c>.</summary>
    IEnumerable<ReceivedMail> Find(SampleClient client, string kind) => server.ReceivedMails.Where(mail =>
        mail.Message.MessageId!.StartsWith($"{client.Project}.", StringComparison.Ordinal)
        && MessageIds.WithoutProof(mail.Message.MessageId).EndsWith($".{kind}@department.example", StringComparison.Ordinal));
}
