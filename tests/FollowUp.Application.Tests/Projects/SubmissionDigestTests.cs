using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Tests.Projects;

/// <summary>Digests are stored: the form that they are computed over never changes.</summary>
public sealed class SubmissionDigestTests
{
    static readonly Instant SubmittedAt = Instant.FromUtc(2026, 11, 23, 7, 56);

    [Fact]
    public void The_form_of_a_whole_submission_never_changes() => Assert.Equal(
        Digest(
            """{"projectId":"P-1001","clientId":"C-881","title":"Refonte \"vitrine\" <été>","description":"Un site.\nEt un blog.","category":"site-web","name":"Jeanne Martin","company":"Atelier Martin SARL","email":"jeanne@atelier-martin.example","phone":"+33199001234","consentToCall":{"at":"2026-11-23T08:55:00.25+01:00","text":"J’accepte d’être rappelée."},"budget":{"min":2000,"max":5000.5,"currency":"EUR"},"deadline":"2027-01-31","submissionDigest":"","salt":""}""",
            """{"projectId":"P-1001","clientId":"C-881","clientType":"company","language":"french","category":"site-web","mayCall":true,"evidence":"need-described, budget, date","deadline":"2027-01-31","submittedAt":"2026-11-23T08:56:00+01:00","coordinator":null}"""),
        SubmissionDigest.Compute(
            new Dossier(
                "P-1001", "C-881", "Refonte \"vitrine\" <été>", "Un site.\nEt un blog.", "site-web", "Jeanne Martin", "Atelier Martin SARL",
                "jeanne@atelier-martin.example", "+33199001234",
                new Consent(SubmittedAt - Duration.FromMilliseconds(59_750), "J’accepte d’être rappelée."), new Budget(2000, 5000.5m, "EUR"),
                new LocalDate(2027, 1, 31), "ignored", "ignored"),
            new Submit(
                "P-1001", "C-881", ClientType.Company, Language.French, "site-web", MayCall: true,
                Evidence.NeedDescribed | Evidence.Budget | Evidence.Date, new LocalDate(2027, 1, 31), SubmittedAt, Coordinator: "ignored")));

    [Fact]
    public void The_form_of_a_submission_without_optional_fields_never_changes() => Assert.Equal(
        Digest(
            """{"projectId":"P-1","clientId":"C-1","title":"Logo","description":null,"category":"logo","name":"Paul","company":null,"email":null,"phone":null,"consentToCall":null,"budget":null,"deadline":null,"submissionDigest":"","salt":""}""",
            """{"projectId":"P-1","clientId":"C-1","clientType":"person","language":"english","category":"logo","mayCall":false,"evidence":"none","deadline":null,"submittedAt":"2026-11-23T08:56:00+01:00","coordinator":null}"""),
        SubmissionDigest.Compute(
            new Dossier("P-1", "C-1", "Logo", null, "logo", "Paul", null, null, null, null, null, null, "", ""),
            new Submit("P-1", "C-1", ClientType.Person, Language.English, "logo", MayCall: false, Evidence.None, null, SubmittedAt, null)));

    static string Digest(string dossier, string command) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{dossier}\n{command}")));
}
