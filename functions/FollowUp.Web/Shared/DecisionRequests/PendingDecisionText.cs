using System.Diagnostics;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Shared.DecisionRequests;

/// <summary>The texts of a pending decision: the question, the two buttons, and what was decided.</summary>
/// <param name="ReaderId">The staff member who reads the text.</param>
/// <param name="Coordinator">The id of the project's coordinator; null while it has none.</param>
/// <param name="Name">Gives a staff member's or provider's name by its id.</param>
public sealed record PendingDecisionText(PendingDecision Decision, string ReaderId, string? Coordinator, Func<string, string> Name, Language Language)
{
    public string Question => Decision switch
    {
        PendingClosing => Say("Clore ce projet faute de signe de vie ?", "Close this project for lack of a sign of life?"),
        PendingContinuation => Say("Le client veut qu’on le laisse tranquille pour un autre projet : clore celui-ci aussi ?", "The client wants to be left alone about another project: close this one too?"),
        PendingReopening => Say("Le client revient sur le site : rouvrir ce projet ?", "The client came back on the website: reopen this project?"),
        PendingGoodChancesNotice q => Say($"Envoyer un avis de bonnes chances à {Name(q.Provider)} ?", $"Send a good-chances notice to {Name(q.Provider)}?"),
        PendingTakeOver q when q.Staff == ReaderId => Say(
            $"Reprendre ce projet pendant l’absence de {AbsentName} ?", $"Take this project over while {AbsentName} is away?"),
        PendingTakeOver q => Say(
            $"Confier ce projet à {Name(q.Staff)} pendant l’absence de {AbsentName} ?", $"Give this project to {Name(q.Staff)} while {AbsentName} is away?"),
        _ => throw NoRule(),
    };

    /// <summary>The label of the approving button.</summary>
    public string Yes => Decision switch
    {
        { ClosesProject: true } => Say("Clore le projet", "Close the project"),
        PendingReopening => Say("Rouvrir le projet", "Reopen the project"),
        PendingGoodChancesNotice => Say("Envoyer l’avis", "Send the notice"),
        PendingTakeOver q when q.Staff == ReaderId => Say("Le reprendre", "Take it over"),
        PendingTakeOver => Say("Le confier", "Give it"),
        _ => throw NoRule(),
    };

    /// <summary>The label of the declining button.</summary>
    public string No => Decision switch
    {
        PendingClosing => Say("Le laisser en sommeil", "Let it sleep"),
        PendingContinuation => Say("Continuer le suivi", "Go on with it"),
        PendingReopening => Say("Le laisser clos", "Leave it closed"),
        PendingGoodChancesNotice => Say("Ne pas l’envoyer", "Do not send it"),
        PendingTakeOver q when q.Staff == ReaderId => Say("Je ne peux pas", "I cannot"),
        PendingTakeOver => Say("Ne pas le confier", "Do not give it"),
        _ => throw NoRule(),
    };

    /// <summary>What the approving button leads to.</summary>
    public string Hint => Decision switch
    {
        PendingClosing => Say(
            "Une clôture peut être annulée pendant dix minutes, sur cette page.", "A closing can be taken back for ten minutes, on this page."),
        PendingContinuation => Say(
            "Ne continuez que si le client le souhaite pour ce projet. D’ici là, il n’est ni appelé ni relancé.",
            "Go on only if the client wants it for this project. Until then they get no call and no relaunch."),
        PendingReopening => Say(
            "Rouvert, le projet reprend là où il en était, et le client est recontacté.", "Reopened, the project goes on where it was, and the client is contacted again."),
        PendingGoodChancesNotice => Say(
            "L’avis part une seule fois, deux minutes après ; d’ici là il peut être repris.", "The notice leaves once, two minutes later; until then it can be taken back."),
        PendingTakeOver => Say(
            "Le projet revient à son suiveur à son retour.", "The project goes back to its coordinator on their return."),
        _ => throw NoRule(),
    };

    /// <summary>What was decided, as a part of a sentence.</summary>
    public string DescribeRecorded(bool approved) => (Decision, approved) switch
    {
        (PendingClosing, true) => Say("projet clos", "project closed"),
        (PendingClosing, false) => Say("le projet reste en sommeil", "the project stays dormant"),
        (PendingContinuation, true) => Say("projet clos", "project closed"),
        (PendingContinuation, false) => Say("le suivi continue", "follow-up goes on"),
        (PendingReopening, true) => Say("projet rouvert", "project reopened"),
        (PendingReopening, false) => Say("le projet reste clos", "the project stays closed"),
        (PendingGoodChancesNotice q, true) => Say($"l’avis part à {Name(q.Provider)}", $"the notice leaves for {Name(q.Provider)}"),
        (PendingGoodChancesNotice q, false) => Say($"pas d’avis à {Name(q.Provider)}", $"no notice to {Name(q.Provider)}"),
        (PendingTakeOver q, true) => Say($"{Name(q.Staff)} reprend le projet", $"{Name(q.Staff)} takes the project over"),
        (PendingTakeOver q, false) => Say($"{Name(q.Staff)} ne reprend pas le projet", $"{Name(q.Staff)} does not take the project over"),
        _ => throw NoRule(),
    };

    /// <summary>"Déjà décidé par Camille Aubertin" where staff settled the question; otherwise that the question is no longer open.</summary>
    public string AlreadyDecided(TimelineLine settled) => settled.Role is Role.Coordinator or Role.Manager
        ? Say($"Déjà décidé par {settled.By}", $"Already decided by {settled.By}")
        : Say("Cette question ne se pose plus", "This question no longer stands");

    /// <summary>Why the decision is asked.</summary>
    /// <param name="role">The role of the event that led to the question.</param>
    public string Reason(Role role) => (Decision, role) switch
    {
        (PendingClosing, _) => Say("au terme de sa période de sommeil", "at the end of its dormancy"),
        (PendingContinuation, _) => Say("après ce que le client a dit pour un autre projet", "after what the client said about another project"),
        (PendingReopening, _) => Say("après ce que le client a fait sur le site", "after what the client did on the website"),
        (PendingTakeOver, _) => Say($"car personne ne remplace {AbsentName}", $"as nobody stands in for {AbsentName}"),
        (PendingGoodChancesNotice, Role.Client) => Say("après la réponse du client", "after the client’s answer"),
        (PendingGoodChancesNotice, _) => Say("après ce que le site a signalé", "after what the website reported"),
        _ => throw NoRule(),
    };

    /// <summary>"Demandé à Camille Aubertin mar. 24 nov. 10:00".</summary>
    /// <param name="assignee">The name of the staff member who was asked; null to leave it out.</param>
    public string AskedOf(string? assignee, PendingDecisionDetails details, DateTimeText days) => assignee is null
        ? Say($"Demandé {days.FormatShort(details.At)}", $"Asked {days.FormatShort(details.At)}")
        : Say($"Demandé à {assignee} {days.FormatShort(details.At)}", $"Asked of {assignee} {days.FormatShort(details.At)}");

    /// <summary>What happens without an answer; null when the question has no deadline.</summary>
    public string? WithoutAnswer(PendingDecisionDetails details, DateTimeText days) => details switch
    {
        { Decision: PendingContinuation } => Say("Sans réponse, les relances restent arrêtées.", "Without an answer the relaunches stay stopped."),
        { Deadline: null } => null,
        { Lapses: true, Deadline: { } until } => Say(
            $"Sans réponse avant {days.FormatShort(until)}, il reste en sommeil.", $"Without an answer before {days.FormatShort(until)} it stays dormant."),
        { Deadline: { } until } when until > days.Now => Say(
            $"Sans réponse, va au responsable {days.FormatShort(until)}.", $"Without an answer it goes to the manager {days.FormatShort(until)}."),
        { Deadline: { } until } => Say($"Chez le responsable depuis {days.FormatShort(until)}.", $"With the manager since {days.FormatShort(until)}."),
    };

    string AbsentName => Coordinator is { } id ? Name(id) : Say("la personne en charge", "the person in charge");

    string Say(string french, string english) => Language.Pick(french, english);

    UnreachableException NoRule() => new($"No rule for {Decision.GetType().Name}.");
}
