using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Storage.Tests.Given;

/// <summary>Builds projects and their records without the domain's rules, which stores do not depend on.</summary>
static class A
{
    public const string Camille = "camille@suivi.example";
    public const string Yanis = "yanis@suivi.example";

    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static Project Project(string id = "P-1001") => new()
    {
        Id = id,
        ClientId = $"C-{id}",
        Staffing = new Staffing(Camille),
        Contact = new ContactRights(MayCall: true, MayMail: true, QuietUntil: null, RecentCalls: []),
        SubmittedAt = Monday,
        Cycle = new Cycle(1, Monday),
        LastSignOfLife = Monday,
        Plan = PlanAt(Monday + Duration.FromHours(1)),
    };

    public static NextAction CallAt(Instant due) => new(ActionKind.Call, due, Camille, new Reason(ReasonCode.FirstCall, 1, 6));

    public static Plan PlanAt(Instant due, Instant? wakeAt = null) => new(CallAt(due), wakeAt ?? due);

    public static Project WithAttempts(this Project project, int attempts) => project with { Cycle = project.Cycle with { Attempts = attempts } };

    public static Project Won(this Project project, Instant? at = null) => project with
    {
        Phase = Phase.Won,
        Stage = Stage.Closed,
        Closing = new Closing(Outcome.Won("R-7"), at ?? Monday, project.Version, ByClient: false),
        Plan = null,
    };

    public static Dossier Dossier(
        string id = "P-1001", string title = "Refonte du site vitrine", string name = "Jeanne Martin", string? company = null,
        string? email = "jeanne@atelier-martin.example", string? phone = "+33199001234") => new(
        id, $"C-{id}", title, Description: null, "site-web", name, company, email, phone, ConsentToCall: null, Budget: null, Deadline: null,
        SubmissionDigest: "d", Salt: "s");

    public static OutboxMessage Message(string id, string project = "P-1001", Instant? notBefore = null) => new(
        id, project, CausedBy: 1, Monday, MessageKind.RelaunchFirst, RecipientKind.Client, $"C-{project}", notBefore ?? Monday, Number: 1);

    public static IdempotencyRecord Receipt(string key, long version, string digest = "digest") => new(key, digest, version, Monday, "website");

    /// <summary>A commit of one event, linked to the stored hash chain.</summary>
    public static Commit Commit(StoredProject? before, Project after)
    {
        var version = (before?.Project.Version ?? 0) + 1;
        Event happened = before is null
            ? new ProjectSubmitted(
                after.Id, after.ClientId, after.ClientType, after.Language, "site-web", true, Evidence.None, null, Monday, 1)
            : new ProjectValidated();
        var at = Monday + Duration.FromMinutes(version);
        return new Commit(
            after with { Version = version },
            version - 1,
            HashChain.Link([new RecordedEvent(version, at, Role.Coordinator, Camille, happened)], before?.Head ?? ""),
            Messages: [],
            Dossier: null,
            PersonalTexts: [],
            IdempotencyRecord: null);
    }

    public static OutgoingMail Mail(string id, string to = "jeanne@atelier-martin.example", string? project = "P-1001") => new(
        id, project, to, "Jeanne Martin", "Camille", "suivi@example.org", "Votre projet", "Bonjour Jeanne", "<p>Bonjour Jeanne</p>",
        ImmutableDictionary<string, string>.Empty.Add("List-Unsubscribe", "<https://example.org/l/x>"), ["https://example.org/l/x"]);

    public static SentMail SentMail(string message) => new(message, Monday, "jeanne@atelier-martin.example", "Votre projet", "Bonjour Jeanne");
}
