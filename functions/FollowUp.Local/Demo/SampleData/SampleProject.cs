using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>A sample project as its client submitted it, and its story.</summary>
/// <param name="Company">Null for a private person.</param>
/// <param name="Phone">E.164, from the ranges that the ARCEP reserves for fiction.</param>
/// <param name="Weeks">Weeks from the submission to the deadline; null without a deadline.</param>
sealed record SampleProject(
    string Id,
    Func<SampleLife, Task> Story,
    string Category,
    string Title,
    string Description,
    string Name,
    string? Company,
    string Email,
    string Phone,
    int Min,
    int Max,
    int? Weeks = null,
    Language Language = Language.French,
    bool Consents = true)
{
    const string ConsentText = "J’accepte d’être rappelé au sujet de ce projet.";

    bool IsPerson => Company is null;

    string ClientId => "C-" + Id[2..];

    public Submit CreateCommand(Instant at) => new(
        Id, ClientId, IsPerson ? ClientType.Person : ClientType.Company, Language, Category, MayCall: !IsPerson || Consents,
        Evidence.NeedDescribed | (Max > 0 ? Evidence.Budget : Evidence.None) | (Weeks is null ? Evidence.None : Evidence.Date),
        GetDeadline(at), at, Coordinator: null);

    /// <summary>The digest is of nothing that the website can send, so a submission under the same id is another one.</summary>
    public Dossier CreateDossier(Instant at) => new(
        Id, ClientId, Title, Description, Category, Name, Company, Email, Phone,
        IsPerson && Consents ? new Consent(at, ConsentText) : null,
        Max > 0 ? new Budget(Min, Max, "EUR") : null,
        GetDeadline(at), SubmissionDigest: "sample", Salt: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sample " + Id))));

    LocalDate? GetDeadline(Instant at) => Weeks is { } weeks ? WorkingCalendar.France.DateOf(at).PlusWeeks(weeks) : null;
}
