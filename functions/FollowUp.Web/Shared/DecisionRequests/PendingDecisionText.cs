using FollowUp.Application.PendingDecisions;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Shared.DecisionRequests;

/// <summary>Each question to staff in words: what is asked, what the two buttons say, and what was answered.</summary>
/// <param name="ReaderId">Who reads it.</param>
/// <param name="Coordinator">Whose project it is; null while it is nobody's.</param>
/// <param name="Name">A person's or provider's name by its id.</param>
public sealed record PendingDecisionText(PendingDecision Decision, string ReaderId, string? Coordinator, Func<string, string> Name, Language Language)
{
    public string Question => Decision switch
    {
        PendingClosing => Say("Clore ce projet faute de signe de vie ?", "Close this project for lack of a sign of life?"),
        PendingGoodChancesNotice q => Say($"Envoyer un avis de bonnes chances à {Name(q.Provider)} ?", $"Send a good-chances notice to {Name(q.Provider)}?"),
        PendingTakeOver q when q.Staff == ReaderId => Say(
            $"Reprendre ce projet pendant l’absence de {AbsentName} ?", $"Take this project over while {AbsentName} is away?"),
        PendingTakeOver q => Say(
            $"Confier ce projet à {Name(q.Staff)} pendant l’absence de {AbsentName} ?", $"Give this project to {Name(q.Staff)} while {AbsentName} is away?"),
        _ => throw Unknown(),
    };

    public string Yes => Decision switch
    {
        PendingClosing => Say("Clore le projet", "Close the project"),
        PendingGoodChancesNotice => Say("Envoyer l’avis", "Send the notice"),
        PendingTakeOver q when q.Staff == ReaderId => Say("Le reprendre", "Take it over"),
        _ => Say("Le confier", "Give it"),
    };

    public string No => Decision switch
    {
        PendingClosing => Say("Le laisser en sommeil", "Let it sleep"),
        PendingGoodChancesNotice => Say("Ne pas l’envoyer", "Do not send it"),
        PendingTakeOver q when q.Staff == ReaderId => Say("Je ne peux pas", "I cannot"),
        _ => Say("Ne pas le confier", "Do not give it"),
    };

    /// <summary>What each button brings about, where that does not go without saying.</summary>
    public string Hint => Decision switch
    {
        PendingClosing => Say(
            "Une clôture peut être annulée pendant dix minutes, sur cette page.", "A closing can be taken back for ten minutes, on this page."),
        PendingGoodChancesNotice => Say(
            "L’avis part une seule fois, et ne se reprend pas.", "The notice leaves once, and cannot be called back."),
        _ => Say(
            "Le projet revient à son suiveur à son retour.", "The project goes back to its coordinator on their return."),
    };

    public string Recorded(bool yes) => (Decision, yes) switch
    {
        (PendingClosing, true) => Say("projet clos", "project closed"),
        (PendingClosing, false) => Say("le projet reste en sommeil", "the project stays dormant"),
        (PendingGoodChancesNotice q, true) => Say($"l’avis part à {Name(q.Provider)}", $"the notice leaves for {Name(q.Provider)}"),
        (PendingGoodChancesNotice q, false) => Say($"pas d’avis à {Name(q.Provider)}", $"no notice to {Name(q.Provider)}"),
        (PendingTakeOver q, true) => Say($"{Name(q.Staff)} reprend le projet", $"{Name(q.Staff)} takes the project over"),
        (PendingTakeOver q, false) => Say($"{Name(q.Staff)} ne reprend pas le projet", $"{Name(q.Staff)} does not take the project over"),
        _ => throw Unknown(),
    };

    /// <summary>"Déjà décidé par Camille Aubertin" where a person did, else what happened by itself.</summary>
    public string AlreadyDecided(TimelineLine settled) => settled.Role is Role.Coordinator or Role.Manager
        ? Say($"Déjà décidé par {settled.By}", $"Already decided by {settled.By}")
        : Say("Cette question ne se pose plus", "This question no longer stands");

    /// <summary>What made the path ask.</summary>
    public string Reason(Role role) => (Decision, role) switch
    {
        (PendingClosing, _) => Say("au terme de sa période de sommeil", "at the end of its dormancy"),
        (PendingTakeOver, _) => Say($"car personne ne remplace {AbsentName}", $"as nobody stands in for {AbsentName}"),
        (_, Role.Client) => Say("après la réponse du client", "after the client’s answer"),
        _ => Say("après ce que le site a signalé", "after what the website reported"),
    };

    /// <summary>What becomes of the question without an answer.</summary>
    public string? WithoutAnswer(PendingDecisionDetails asked, DateTimeText days) => asked switch
    {
        { Deadline: null } => null,
        { Lapses: true, Deadline: { } until } => Say(
            $"Sans réponse avant {days.FormatShort(until)}, il reste en sommeil.", $"Without an answer before {days.FormatShort(until)} it stays dormant."),
        { Deadline: { } until } when until > days.Now => Say(
            $"Sans réponse, va au responsable {days.FormatShort(until)}.", $"Without an answer it goes to the manager {days.FormatShort(until)}."),
        { Deadline: { } until } => Say($"Chez le responsable depuis {days.FormatShort(until)}.", $"With the manager since {days.FormatShort(until)}."),
    };

    string AbsentName => Coordinator is { } id ? Name(id) : Say("la personne en charge", "the person in charge");

    string Say(string french, string english) => new LocalizedText(french, english).In(Language);

    InvalidOperationException Unknown() => new($"No words for {Decision.GetType().Name}.");
}
