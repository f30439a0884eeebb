using System.Globalization;
using NodaTime;

namespace FollowUp.Domain;

/// <summary>One sentence for each event, in both languages: what people read as the timeline.</summary>
/// <param name="Name">A person's or provider's name by its id; the id itself when it has none.</param>
/// <param name="Text">Filed free text; null once erased.</param>
public sealed record TimelineWords(Language Language, WorkingCalendar Calendar, Func<string, string> Name, Func<Words?, string?> Text)
{
    public string Describe(Event e) => e switch
    {
        ProjectSubmitted => Say("Projet déposé sur le site", "Project submitted on the website"),
        CoordinatorAssigned { Coordinator: null } => Say(
            "Aucun suiveur disponible : le responsable est en charge", "No coordinator available: the manager is in charge"),
        CoordinatorAssigned a => Say($"Confié à {Name(a.Coordinator!)}", $"Assigned to {Name(a.Coordinator!)}"),
        StandInStarted s => Say($"{Name(s.Staff)} remplace le suiveur absent", $"{Name(s.Staff)} stands in for the absent coordinator"),
        StandInEnded => Say("Le suiveur est de retour", "The coordinator is back"),
        TakeOverAsked t => Say(
            $"Reprise proposée à {Name(t.Staff)} pendant l’absence du suiveur", $"{Name(t.Staff)} asked to take over during the coordinator’s absence"),
        TakeOverDeclined t => Say($"Reprise déclinée pour {Name(t.Staff)}", $"Taking over declined for {Name(t.Staff)}"),

        CallMissed m => Missed(m),
        CallOverdue => Say("Appel en retard : personne ne l’a encore passé", "Call overdue: nobody has made it yet"),
        ClientReached r => Say("Client joint : ", "Client reached: ") + Reached(r) + Outside(r.OutsideRules),
        AttemptMailed m => Say(
            $"Essai n° {m.Attempt} par mail : aucun appel n’est permis", $"Try no. {m.Attempt} by mail: no call is allowed"),
        ProjectValidated => Say("Projet validé : le besoin est sérieux", "Project validated: the need is serious"),
        InformationRequested r => With(Say("Informations demandées au client", "Information asked of the client"), r.What),
        InformationGiven g => With(Say("Le client a envoyé des informations", "The client sent information"), g.Text),
        InformationAwaitedInVain => Say(
            "Informations restées sans réponse : on rappelle", "No answer to the request for information: calling again"),
        CallAgreed a => Say($"Appel convenu {At(a.At)}", $"Call agreed {At(a.At)}"),
        NumberCorrected => Say("Le client a corrigé son numéro", "The client corrected the phone number"),

        RelaunchMailed r => Relaunch(r),
        RelaunchSkipped { Warning: true } => Say(
            "Avertissement impossible : plus aucun moyen de contact", "Warning impossible: no way of contact is left"),
        RelaunchSkipped r => Say(
            $"Relance n° {r.Number} impossible : plus aucun moyen de contact", $"Relaunch no. {r.Number} impossible: no way of contact is left"),
        WentDormant => Say("Mis en sommeil après un long silence", "Dormant after a long silence"),
        LightMailSent m => Say($"Mail trimestriel n° {m.Quarter}", $"Quarterly mail no. {m.Quarter}"),
        QuarterPassed q => Say($"Trimestre {q.Quarter} de sommeil, sans mail possible", $"Quarter {q.Quarter} of sleep, no mail possible"),
        Woke => Say("Réveillé par un signe de vie", "Woken by a sign of life"),
        ApprovalAsked => Say(
            "Clôture pour silence soumise à approbation", "Approval asked to close for silence"),
        ApprovalLapsed => Say(
            "Approbation restée sans réponse : le projet reste en sommeil", "Approval not answered: the project stays dormant"),
        ApprovalDeclined => Say(
            "Clôture refusée : le projet reste en sommeil", "Closing declined: the project stays dormant"),

        ClientAnswered a => Say("Réponse du client : ", "The client’s answer: ") + Answer(a.Answer, a.Provider, a.Until),
        ClientSignalled s => Signal(s),
        ClientReplied r => With(Say("Le client a répondu à un mail", "The client answered a mail"), r.Text),
        ChannelClosed c => Channel(c),
        Snoozed s => With(Say($"En pause jusqu’au {s.Until.LongDay(Language)}", $"Paused until {s.Until.LongDay(Language)}"), s.Reason),
        SnoozeEnded { ByAnswer: true } => Say("Pause terminée par une réponse", "Pause ended by an answer"),
        SnoozeEnded => Say("Fin de la pause", "End of the pause"),

        NoteAdded n => With(n.Visibility == Visibility.Shared ? Say("Note partagée", "Shared note") : Say("Note interne", "Internal note"), n.Text),
        ProviderActed a => $"{Name(a.Provider)}{Colon}{Action(a.Kind).In(Language)}",
        GoodChancesSent g => Say($"Avis de bonnes chances à {Name(g.Provider)}", $"Good-chances notice to {Name(g.Provider)}"),
        GoodChancesAsked g => Say(
            $"Avis de bonnes chances à {Name(g.Provider)} soumis à approbation", $"Approval asked for a good-chances notice to {Name(g.Provider)}"),
        GoodChancesDeclined g => Say(
            $"Avis de bonnes chances à {Name(g.Provider)} décliné", $"Good-chances notice to {Name(g.Provider)} declined"),
        QuestionAsked q => With(Say($"Question de {Name(q.Provider)}", $"Question from {Name(q.Provider)}"), q.Text),
        QuestionAnswered q => With(Say($"Réponse à {Name(q.Provider)}", $"Answer to {Name(q.Provider)}"), q.Text),
        FactShared f => f.Published
            ? Say($"Publié dans le fil de suivi : {Fact(f.Fact)}", $"Published in the feed: {Fact(f.Fact)}")
            : Say($"Retiré du fil de suivi : {Fact(f.Fact)}", $"Withheld from the feed: {Fact(f.Fact)}"),
        CadenceTaken c => Say($"Nouveau cycle selon la cadence n° {c.Version}", $"New cycle by cadence no. {c.Version}"),

        ProjectClosed c => With(Closed(c), c.Reason),
        ProjectReopened r => With(Say("Rouvert à la demande du client", "Reopened: the client came back"), r.Reason),
        ClosingUndone => Say("Clôture annulée dans les dix minutes", "Closing undone within ten minutes"),
        PersonErased => Say("Données personnelles effacées", "Personal data erased"),
        _ => throw new InvalidOperationException($"No words for {e.GetType().Name}."),
    };

    public string Outcome(Outcome outcome) => outcome switch
    {
        { IsWon: true, Amount: { } amount } => Say(
            $"concrétisé avec {Name(outcome.Provider!)} pour {Euros(amount)}", $"won with {Name(outcome.Provider!)} for {Euros(amount)}"),
        { IsWon: true } => Say($"concrétisé avec {Name(outcome.Provider!)}", $"won with {Name(outcome.Provider!)}"),
        _ => Say($"mort ({Death(outcome.Reason!.Value).French})", $"dead ({Death(outcome.Reason!.Value).English})"),
    };

    public static Phrase Death(DeathReason reason) => reason switch
    {
        DeathReason.NotSerious => new("pas sérieux", "not serious"),
        DeathReason.Duplicate => new("doublon", "duplicate"),
        DeathReason.Unreachable => new("injoignable", "unreachable"),
        DeathReason.NoSignOfLife => new("sans signe de vie", "no sign of life"),
        DeathReason.Abandoned => new("abandonné", "abandoned"),
        DeathReason.ChoseElsewhere => new("prestataire choisi hors plateforme", "chose a provider off the platform"),
        DeathReason.SuspectedBypass => new("soupçon de contournement", "suspected bypass"),
        DeathReason.RefusedContact => new("refuse d’être contacté", "refused contact"),
        _ => new("effacé", "erased"),
    };

    public static Phrase Phase(Phase phase) => phase switch
    {
        Domain.Phase.AwaitingValidation => new("En attente de validation", "Awaiting validation"),
        Domain.Phase.InFollowUp => new("En suivi", "In follow-up"),
        Domain.Phase.Dormant => new("En sommeil", "Dormant"),
        Domain.Phase.Won => new("Concrétisé", "Won"),
        _ => new("Mort", "Dead"),
    };

    public static Phrase NotSerious(NotSeriousReason reason) => reason switch
    {
        NotSeriousReason.NoRealNeed => new("pas de besoin réel", "no real need"),
        NotSeriousReason.NoBudget => new("pas de budget", "no budget"),
        NotSeriousReason.JustCurious => new("simple curiosité", "just curious"),
        NotSeriousReason.Competitor => new("concurrent qui se renseigne", "a competitor asking around"),
        NotSeriousReason.Test => new("essai ou canular", "a test or a hoax"),
        _ => new("autre raison", "another reason"),
    };

    string Missed(CallMissed m)
    {
        var outcome = (m.Outcome switch
        {
            CallOutcome.NoAnswer => new Phrase("pas de réponse", "no answer"),
            CallOutcome.Voicemail => new("messagerie", "voicemail"),
            CallOutcome.Busy => new("occupé", "busy"),
            _ => new Phrase("mauvais numéro", "wrong number"),
        }).In(Language);
        var what = m switch
        {
            { Attempt: > 0 } => Say($"Essai n° {m.Attempt} : {outcome}", $"Try no. {m.Attempt}: {outcome}"),
            { Relaunch: > 0 } => Say($"Relance n° {m.Relaunch} par téléphone : {outcome}", $"Relaunch no. {m.Relaunch} by phone: {outcome}"),
            _ => Say($"Appel : {outcome}", $"Call: {outcome}"),
        };
        return what + (m.MailFollows ? Say(", un mail part", ", a mail follows") : "") + Outside(m.OutsideRules);
    }

    string Reached(ClientReached r) => r.Outcome switch
    {
        CallOutcome.Serious => Say("projet sérieux", "the project is serious"),
        CallOutcome.NotSerious => Say("projet pas sérieux", "the project is not serious"),
        CallOutcome.NeedsInformation => Say("il manque des informations", "information is missing"),
        CallOutcome.CallBack => Say("demande à être rappelé", "wants to be called back"),
        CallOutcome.DoNotCall => Say("ne veut plus d’appels", "wants no more calls"),
        CallOutcome.RefusesContact => Answer(ClientAnswer.LeaveMeAlone, null, null),
        CallOutcome.StillLooking => Answer(ClientAnswer.StillLooking, null, null),
        CallOutcome.TalkingTo => Answer(ClientAnswer.TalkingTo, r.Provider, null),
        CallOutcome.Chose => Answer(ClientAnswer.Chose, r.Provider, null),
        CallOutcome.ChoseElsewhere => Answer(ClientAnswer.ChoseElsewhere, null, null),
        CallOutcome.GaveUp => Answer(ClientAnswer.GaveUp, null, null),
        _ => Answer(ClientAnswer.NotNow, null, r.Until),
    };

    public string Answer(ClientAnswer answer, string? provider, LocalDate? until) => answer switch
    {
        ClientAnswer.StillLooking => Say("cherche toujours", "still looking"),
        ClientAnswer.TalkingTo when provider is { } p => Say($"en discussion avec {Name(p)}", $"talking to {Name(p)}"),
        ClientAnswer.TalkingTo => Say("en discussion avec un prestataire", "talking to a provider"),
        ClientAnswer.Chose when provider is { } p => Say($"a choisi {Name(p)}", $"chose {Name(p)}"),
        ClientAnswer.Chose => Say("a choisi un prestataire", "chose a provider"),
        ClientAnswer.ChoseElsewhere => Say("a choisi quelqu’un hors plateforme", "chose someone outside the platform"),
        ClientAnswer.GaveUp => Say("renonce au projet", "gave up"),
        ClientAnswer.NotNow when until is { } day => Say($"pas maintenant, à relancer le {day.LongDay(Language)}", $"not now, ask again on {day.LongDay(Language)}"),
        ClientAnswer.NotNow => Say("pas maintenant", "not now"),
        ClientAnswer.CallMe => Say("souhaite être appelé", "wants a call"),
        _ => Say("ne veut plus être contacté", "wants to be left alone"),
    };

    string Relaunch(RelaunchMailed r) => r switch
    {
        { Kind: RelaunchKind.Warning } => Say("Mail d’avertissement avant la mise en sommeil", "Warning mail before dormancy"),
        { Kind: RelaunchKind.AfterSnooze } => Say("Relance par mail à la fin de la pause", "Relaunch by mail at the end of the pause"),
        { InsteadOfCall: true } => Say(
            $"Relance n° {r.Number} par mail : l’appel prévu n’a pas été passé", $"Relaunch no. {r.Number} by mail: the call was not made"),
        _ => Say($"Relance n° {r.Number} par mail", $"Relaunch no. {r.Number} by mail"),
    };

    string Signal(ClientSignalled s) => s.Kind switch
    {
        SignalKind.Cancelled => Say("Le client a annulé le projet sur le site", "The client cancelled the project on the website"),
        SignalKind.Awarded => Say(
            $"Le client a attribué le projet à {Name(s.Provider ?? "?")} sur le site",
            $"The client awarded the project to {Name(s.Provider ?? "?")} on the website"),
        _ => Say("Le client a écrit sur le site", "The client wrote on the website"),
    };

    string Channel(ChannelClosed c) => (c.By switch
    {
        ChannelClosedBy.OptOut => new Phrase("Le client ne veut plus de mails", "The client wants no more mails"),
        ChannelClosedBy.DoNotCall => new("Le client ne veut plus d’appels", "The client wants no more calls"),
        ChannelClosedBy.Bounce => new("Adresse mail refusée : plus de mails", "Mail address refused: no more mails"),
        _ => new Phrase("Mail signalé comme indésirable : plus de mails", "Mail reported as spam: no more mails"),
    }).In(Language);

    string Closed(ProjectClosed c)
    {
        var by = (c.For switch
        {
            ClosedFor.Client => new Phrase("sur la parole du client", "on the client’s word"),
            ClosedFor.Website => new("signalé par le site", "reported by the website"),
            ClosedFor.Silence => new("faute de réponse", "for lack of an answer"),
            _ => new Phrase("par l’équipe", "by staff"),
        }).In(Language);
        var why = c.NotSerious is { } reason ? $", {NotSerious(reason).In(Language)}" : "";
        return Say($"Clos, {Outcome(c.Outcome)}, {by}{why}", $"Closed, {Outcome(c.Outcome)}, {by}{why}");
    }

    /// <summary>What a provider did, as a noun.</summary>
    public static Phrase Action(ProviderActionKind kind) => kind switch
    {
        ProviderActionKind.Proposal => new("proposition", "proposal"),
        ProviderActionKind.Message => new("message", "message"),
        ProviderActionKind.Quote => new("devis", "quote"),
        _ => new("visite", "visit"),
    };

    string Fact(SharedFact fact) => (fact switch
    {
        SharedFact.Phase => new Phrase("où en est le projet", "where the project stands"),
        SharedFact.LastContact => new("dernier contact", "last contact"),
        SharedFact.ClientSays => new("ce que dit le client", "what the client says"),
        _ => new Phrase("date prévue", "expected date"),
    }).In(Language);

    string Outside(bool outside) => outside ? Say(" (hors des règles de contact)", " (outside the contact rules)") : "";

    string With(string sentence, Words? words) => Text(words) is { } text
        ? $"{sentence}{Colon}{text}"
        : words is null ? sentence : $"{sentence}{Colon}{Say("(effacé)", "(erased)")}";

    string At(Instant at)
    {
        var local = Calendar.Local(at);
        return Say($"{local.Date.ShortDay(Language)} à {local.TimeOfDay.Clock()}", $"{local.Date.ShortDay(Language)} at {local.TimeOfDay.Clock()}");
    }

    string Euros(decimal amount) =>
        Say($"{amount.ToString("N0", Language.Culture())}\u00a0€", $"€{amount.ToString("N0", Language.Culture())}");

    string Colon => Language == Language.French ? "\u00a0: " : ": ";

    string Say(string french, string english) => new Phrase(french, english).In(Language);
}
