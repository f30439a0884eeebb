using System.Globalization;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>After an erasure, no byte of the file or its log contains personal data, unused pages included.</summary>
public sealed class ErasedBytesTests : StoreContract<SqliteUnderTest>
{
    const int Projects = 150;

    // Random changes make rows grow, shrink, move and split pages before some persons are erased.
    [Fact]
    public async Task Files_contain_no_personal_data_after_an_erasure()
    {
        var random = new Random(20261123);
        var projects = new List<StoredProject>();
        for (var i = 0; i < Projects; i++) projects.Add(await Store.Submit(A.Project($"P-{i}"), BuildDossier(i, random)));
        for (var round = 0; round < 3 * Projects; round++)
        {
            var i = random.Next(projects.Count);
            projects[i] = await Store.Change(projects[i], p => p.WithAttempts(round), c => c with
            {
                Dossier = random.Next(2) == 0 ? BuildDossier(i, random) : null,
                PersonalTexts = [new PersonalText($"w-{round}", $"{Marker(i)} {new string('x', random.Next(3000))}")],
                Messages = [A.Message($"m-{round}", $"P-{i}")],
            });
            var sent = (await Store.Projects.FindMessage($"P-{i}", $"m-{round}"))! with { State = MessageState.Sent };
            await Store.Projects.MarkSent(sent, A.SentMail($"m-{round}") with { Text = $"{Marker(i)} {new string('y', random.Next(3000))}" });
            var mail = A.Mail($"m-{round}", $"{Marker(i)}@example.org", $"P-{i}");
            mail = mail with { Html = string.Concat(Enumerable.Repeat(Marker(i), random.Next(600))) };
            await Store.Mailbox.Put(mail, A.Monday, "suivi@example.org");
            await Store.Complaints.Add(new Complaint($"K-{round}", "client", $"C-P-{i}", $"P-{i}", $"{Marker(i)} se plaint", A.Monday));
        }

        var erased = Enumerable.Range(0, Projects).Where(i => i % 3 == 0).ToList();
        Assert.All(erased, i => Assert.Contains(Marker(i), ReadFiles(), StringComparison.Ordinal));
        foreach (var i in erased)
        {
            await Store.Projects.ErasePerson($"P-{i}");
            await Store.Complaints.Erase("client", $"C-P-{i}");
        }

        var bytes = ReadFiles();
        Assert.Equal([], erased.Where(i => bytes.Contains(Marker(i), StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(0, Projects).Except(erased), i => Assert.Contains(Marker(i), bytes, StringComparison.Ordinal));
    }

    static Dossier BuildDossier(int i, Random random) => A.Dossier(
        $"P-{i}", $"{Marker(i)} {new string('t', random.Next(200))}", Marker(i), $"{Marker(i)} {new string('c', random.Next(1500))}",
        $"{Marker(i)}@example.org");

    static string Marker(int i) => string.Create(CultureInfo.InvariantCulture, $"zebulon{i:D4}perrin");

    string ReadFiles()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Data.File)!))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString().ToLowerInvariant();
    }
}
