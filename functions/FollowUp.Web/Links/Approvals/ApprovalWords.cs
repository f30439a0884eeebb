using FollowUp.Application.PendingDecisions;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>Each question to staff in words: what is asked, what the two buttons say, and what was answered.</summary>
/// <param name="Reader">Who reads it.</param>
/// <param name="Coordinator">Whose project it is; null while it is nobody's.</param>
/// <param name="Name">A person's or provider's name by its id.</param>
public sealed record ApprovalWords(PendingDecision Asked, string Reader, string? Coordinator, Func<string, string> Name, Language Language)
{
    public string Question => Asked switch
    {
        PendingClosing => Say("Clore ce projet faute de signe de vie ?", "Close this project for lack of a sign of life?"),
        PendingGoodChancesNotice q => Say($"Envoyer un avis de bonnes chances à {Name(q.Provider)} ?", $"Send a good-chances notice to {Name(q.Provider)}?"),
        PendingTakeOver q when q.Staff == Reader => Say(
            $"Reprendre ce projet pendant l’absence de {Absent} ?", $"Take this project over while {Absent} is away?"),
        PendingTakeOver q => Say(
            $"Confier ce projet à {Name(q.Staff)} pendant l’absence de {Absent} ?", $"Give this project to {Name(q.Staff)} while {Absent} is away?"),
        _ => throw Unknown(),
    };

    public string Yes => Asked switch
    {
        PendingClosing => Say("Clore le projet", "Close the project"),
        PendingGoodChancesNotice => Say("Envoyer l’avis", "Send the notice"),
        PendingTakeOver q when q.Staff == Reader => Say("Le reprendre", "Take it over"),
        _ => Say("Le confier", "Give it"),
    };

    public string No => Asked switch
    {
        PendingClosing => Say("Le laisser en sommeil", "Let it sleep"),
        PendingGoodChancesNotice => Say("Ne pas l’envoyer", "Do not send it"),
        PendingTakeOver q when q.Staff == Reader => Say("Je ne peux pas", "I cannot"),
        _ => Say("Ne pas le confier", "Do not give it"),
    };

    /// <summary>What each button brings about, where that does not go without saying.</summary>
    public string Hint => Asked switch
    {
        PendingClosing => Say(
            "Une clôture peut être annulée pendant dix minutes, sur cette page.", "A closing can be taken back for ten minutes, on this page."),
        PendingGoodChancesNotice => Say(
            "L’avis part une seule fois, et ne se reprend pas.", "The notice leaves once, and cannot be called back."),
        _ => Say(
            "Le projet revient à son suiveur à son retour.", "The project goes back to its coordinator on their return."),
    };

    public string Recorded(bool yes) => (Asked, yes) switch
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
    public string Because(Role role) => (Asked, role) switch
    {
        (PendingClosing, _) => Say("au terme de sa période de sommeil", "at the end of its dormancy"),
        (PendingTakeOver, _) => Say($"car personne ne remplace {Absent}", $"as nobody stands in for {Absent}"),
        (_, Role.Client) => Say("après la réponse du client", "after the client’s answer"),
        _ => Say("après ce que le site a signalé", "after what the website reported"),
    };

    /// <summary>What becomes of the question without an answer.</summary>
    public string? Otherwise(PendingDecisionDetails asked, DayWords days) => asked switch
    {
        { Deadline: null } => null,
        { Lapses: true, Deadline: { } until } => Say(
            $"Sans réponse avant {days.Brief(until)}, il reste en sommeil.", $"Without an answer before {days.Brief(until)} it stays dormant."),
        { Deadline: { } until } when until > days.Now => Say(
            $"Sans réponse, va au responsable {days.Brief(until)}.", $"Without an answer it goes to the manager {days.Brief(until)}."),
        { Deadline: { } until } => Say($"Chez le responsable depuis {days.Brief(until)}.", $"With the manager since {days.Brief(until)}."),
    };

    string Absent => Coordinator is { } id ? Name(id) : Say("la personne en charge", "the person in charge");

    string Say(string french, string english) => new LocalizedText(french, english).In(Language);

    InvalidOperationException Unknown() => new($"No words for {Asked.GetType().Name}.");
}
