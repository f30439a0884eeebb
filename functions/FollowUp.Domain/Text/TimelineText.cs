using System.Diagnostics;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Text;

/// <summary>Events in words: one sentence for each, as people read the timeline.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Calendar">Turns instants into local times.</param>
/// <param name="ResolveName">A staff member's or provider's name by its id; the id itself when it has none.</param>
/// <param name="ResolveText">Looks stored free text up; null once it is erased.</param>
public sealed partial record TimelineText(Language Language, WorkingCalendar Calendar, Func<string, string> ResolveName, Func<FreeText?, string?> ResolveText)
{
    static readonly Duration OneMinute = Duration.FromMinutes(1);

    /// <summary>Whether sentences end before the free text, as for a reader who may not have it.</summary>
    public bool LeavesWordsOut { get; init; }

    /// <summary>The sentence of one entry. A call that was entered in another minute than it took place in names its time.</summary>
    public string Describe(RecordedEvent recorded)
    {
        var sentence = Describe(recorded.Event);
        return GetCallTime(recorded.Event) is { } at && (at >= recorded.At + OneMinute || at <= recorded.At - OneMinute)
            ? $"{sentence}{Localize($" (appel {FormatInstant(at)})", $" (call {FormatInstant(at)})")}"
            : sentence;
    }

    /// <summary>The sentence of one event.</summary>
    public string Describe(Event e) => e switch
    {
        ProjectSubmitted => Localize("Projet déposé sur le site", "Project submitted on the website"),
        CoordinatorAssigned { Coordinator: null } => Localize(
            "Aucun suiveur disponible : le responsable est en charge", "No coordinator available: the manager is in charge"),
        CoordinatorAssigned a => Localize($"Confié à {ResolveName(a.Coordinator!)}", $"Assigned to {ResolveName(a.Coordinator!)}"),
        StandInStarted s => Localize($"{ResolveName(s.Staff)} remplace le suiveur absent", $"{ResolveName(s.Staff)} stands in for the absent coordinator"),
        StandInEnded => Localize("Le suiveur est de retour", "The coordinator is back"),
        TakeOverAsked t => Localize(
            $"Reprise proposée à {ResolveName(t.Staff)} pendant l’absence du suiveur", $"{ResolveName(t.Staff)} asked to take over during the coordinator’s absence"),
        TakeOverDeclined t => Localize($"Reprise déclinée pour {ResolveName(t.Staff)}", $"Taking over declined for {ResolveName(t.Staff)}"),

        CallMissed m => DescribeMissedCall(m),
        CallOverdue => Localize("Appel en retard : personne ne l’a encore passé", "Call overdue: nobody has made it yet"),
        ClientReached { Direction: CallDirection.Inbound } r => Localize("Le client a appelé : ", "The client called: ") + DescribeReached(r),
        ClientReached r => Localize("Client joint : ", "Client reached: ") + DescribeReached(r) + DescribeOutsideRules(r.OutsideRules),
        AttemptMailed m => Localize(
            $"Tentative n° {m.Attempt} par mail : aucun appel n’est permis", $"Attempt no. {m.Attempt} by email: no call is allowed"),
        ProjectValidated => Localize("Projet validé : le besoin est sérieux", "Project validated: the need is serious"),
        InformationRequested r => AppendText(Localize("Informations demandées au client", "Information asked of the client"), r.What),
        InformationGiven g => AppendText(Localize("Le client a envoyé des informations", "The client sent information"), g.Text),
        InformationAwaitedInVain => Localize(
            "Informations restées sans réponse : on rappelle", "No answer to the request for information: calling again"),
        CallAgreed a => Localize($"Appel convenu {FormatInstant(a.At)}", $"Call agreed {FormatInstant(a.At)}"),
        NumberFoundWrong => Localize("Numéro faux : plus d’appel avant d’avoir le bon", "Wrong number: no more calls before the right one is known"),
        NumberAsked { Last: true } => Localize("Dernier mail pour demander le bon numéro", "Last email to ask for the right number"),
        NumberAsked => Localize("Bon numéro demandé par mail", "Right number asked for by email"),
        MailAddressCorrected => Localize("Adresse mail corrigée", "Email address corrected"),
        MailWritten m => AppendText(Localize("Mail au client", "Email to the client"), m.Text),
        AppointmentMissed m => Localize(
            $"Rendez-vous manqué {FormatInstant(m.At)}{(m.MailFollows ? " : un mail d’excuse part au client" : "")}",
            $"Appointment missed {FormatInstant(m.At)}{(m.MailFollows ? ": an email of apology goes to the client" : "")}"),
        NumberCorrected => Localize("Numéro de téléphone corrigé", "Phone number corrected"),

        RelaunchMailed r => DescribeRelaunch(r),
        RelaunchSkipped { Warning: true } => Localize(
            "Avertissement impossible : plus aucun moyen de contact", "Warning impossible: no way of contact is left"),
        RelaunchSkipped r => Localize(
            $"Relance n° {r.Number} impossible : plus aucun moyen de contact", $"Relaunch no. {r.Number} impossible: no way of contact is left"),
        WentDormant => Localize("Mis en sommeil après un long silence", "Dormant after a long silence"),
        LightMailSent m => Localize($"Mail trimestriel n° {m.Quarter}", $"Quarterly email no. {m.Quarter}"),
        QuarterPassed q => Localize($"Trimestre {q.Quarter} de sommeil, sans mail possible", $"Quarter {q.Quarter} of sleep, no email possible"),
        Woke => Localize("Réveillé par un signe de vie", "Woken by a sign of life"),
        ApprovalAsked => Localize(
            "Clôture pour silence soumise à approbation", "Approval asked to close for silence"),
        ApprovalLapsed => Localize(
            "Approbation restée sans réponse : le projet reste en sommeil", "Approval not answered: the project stays dormant"),
        ApprovalDeclined => Localize(
            "Clôture refusée : le projet reste en sommeil", "Closing declined: the project stays dormant"),

        ClientAnswered a => Localize("Réponse du client : ", "The client’s answer: ") + DescribeAnswer(a.Answer, a.Provider, a.Until),
        ClientSignalled s => DescribeSignal(s),
        ClientReplied r => AppendText(Localize("Le client a répondu à un mail", "The client answered an email"), r.Text),
        ChannelClosed c => DescribeChannelClosed(c),
        ChannelOpened => Localize("L’adresse mail fonctionne de nouveau : les mails reprennent", "The email address works again: emails resume"),
        ConsentRecorded c => AppendText(DescribeConsent(c), c.Wording),
        ProjectChanged c => Localize(
            $"Projet modifié par le client sur le site : {ChangedFieldsText.Describe(c.Fields, Language.French)}",
            $"Project changed by the client on the website: {ChangedFieldsText.Describe(c.Fields, Language.English)}"),
        ClientChanged c => Localize(
            $"Coordonnées modifiées par le client sur le site : {ChangedFieldsText.Describe(c.Fields, Language.French)}",
            $"Details changed by the client on the website: {ChangedFieldsText.Describe(c.Fields, Language.English)}"),
        ContinuationAsked => Localize(
            "Relances arrêtées, faut-il clore ? Le client veut qu’on le laisse tranquille pour un autre projet",
            "Relaunches stopped, close it? The client wants to be left alone about another project"),
        ContinuationConfirmed => Localize("Le suivi continue : le client le souhaite pour ce projet", "Follow-up goes on: the client wants it for this project"),
        ReopeningAsked => Localize(
            "Le client revient sur le site : faut-il rouvrir le projet ?", "The client came back on the website: shall the project be reopened?"),
        ReopeningDeclined => Localize("Le projet reste clos", "The project stays closed"),
        DecisionOverdue => Localize("Décision en retard : personne ne l’a encore prise", "Decision overdue: nobody has taken it yet"),
        ContactUpdated c => DescribeContact(c.Contact),
        Snoozed s => AppendText(Localize($"En pause jusqu’au {s.Until.FormatLongDay(Language)}", $"Paused until {s.Until.FormatLongDay(Language)}"), s.Reason),
        SnoozeEnded { ByAnswer: true } => Localize("Pause terminée par une réponse", "Pause ended by an answer"),
        SnoozeEnded => Localize("Fin de la pause", "End of the pause"),

        NoteAdded n => AppendText(n.Visibility == Visibility.Shared ? Localize("Note partagée", "Shared note") : Localize("Note interne", "Internal note"), n.Text),
        ProviderActed a => $"{ResolveName(a.Provider)}{Colon}{GetProviderActionName(a.Kind).In(Language)}",
        GoodChancesSent g => Localize($"Avis de bonnes chances à {ResolveName(g.Provider)}", $"Good-chances notice to {ResolveName(g.Provider)}"),
        GoodChancesAsked g => Localize(
            $"Avis de bonnes chances à {ResolveName(g.Provider)} soumis à approbation", $"Approval asked for a good-chances notice to {ResolveName(g.Provider)}"),
        GoodChancesDeclined g => Localize(
            $"Avis de bonnes chances à {ResolveName(g.Provider)} décliné", $"Good-chances notice to {ResolveName(g.Provider)} declined"),
        QuestionAsked q => AppendText(Localize($"Question de {ResolveName(q.Provider)}", $"Question from {ResolveName(q.Provider)}"), q.Text),
        QuestionAnswered q => AppendText(Localize($"Réponse à {ResolveName(q.Provider)}", $"Answer to {ResolveName(q.Provider)}"), q.Text),
        ProviderCalled { Reached: false } c => AppendText(Localize($"{ResolveName(c.Provider)} n’a pas été joint", $"{ResolveName(c.Provider)} was not reached"), c.Text),
        ProviderCalled { Direction: CallDirection.Inbound } c => AppendText(Localize($"{ResolveName(c.Provider)} a appelé", $"{ResolveName(c.Provider)} called"), c.Text),
        ProviderCalled c => AppendText(Localize($"Appel à {ResolveName(c.Provider)}", $"Call to {ResolveName(c.Provider)}"), c.Text),
        ProviderHandedOver h => AppendText(
            Localize($"{ResolveName(h.Provider)} confié à la personne en charge", $"{ResolveName(h.Provider)} handed over to the person in charge"), h.Text),
        FactShared f => f.Published
            ? Localize($"Publié dans le fil de suivi : {GetFactName(f.Fact)}", $"Published in the feed: {GetFactName(f.Fact)}")
            : Localize($"Retiré du fil de suivi : {GetFactName(f.Fact)}", $"Withheld from the feed: {GetFactName(f.Fact)}"),
        CadenceTaken c => Localize($"Nouveau cycle selon la cadence n° {c.Version}", $"New cycle by cadence no. {c.Version}"),

        ProjectClosed c => AppendText(DescribeClosing(c), c.Reason),
        ProjectReopened r => AppendText(Localize("Rouvert à la demande du client", "Reopened: the client came back"), r.Reason),
        ClosingUndone { ByAnswer: true } => Localize(
            "Clôture annulée : le client a répondu dans les dix minutes", "Closing taken back: the client answered within ten minutes"),
        ClosingUndone => Localize("Clôture annulée dans les dix minutes", "Closing undone within ten minutes"),
        DecisionUndone => Localize("Dernière décision annulée dans les dix minutes", "Last decision taken back within ten minutes"),
        NoteWithdrawn => Localize("Note retirée", "Note struck out"),
        PersonErased => Localize("Données personnelles effacées", "Personal data erased"),
        _ => throw new UnreachableException($"No rule for {e.GetType().Name}."),
    };

    /// <summary>How a project ended, in lower case, as "concrétisé avec …" or "mort (doublon)".</summary>
    public string DescribeOutcome(Outcome outcome) => outcome switch
    {
        { IsWon: true, Amount: { } amount } => Localize(
            $"concrétisé avec {ResolveName(outcome.Provider!)} pour {FormatEuros(amount)}", $"won with {ResolveName(outcome.Provider!)} for {FormatEuros(amount)}"),
        { IsWon: true } => Localize($"concrétisé avec {ResolveName(outcome.Provider!)}", $"won with {ResolveName(outcome.Provider!)}"),
        _ => Localize($"mort ({GetDeathReasonName(outcome.Reason!.Value).French})", $"dead ({GetDeathReasonName(outcome.Reason!.Value).English})"),
    };

    string DescribeConsent(ConsentRecorded c)
    {
        var source = c.Source is { } from ? $" ({from})" : "";
        return (c.Scope, c.Given) switch
        {
            (ConsentScope.Later, true) => Localize($"Accepte d’être rappelé plus tard{source}", $"Agreed to be called later too{source}"),
            (ConsentScope.Later, false) => Localize($"N’accepte plus d’être rappelé plus tard{source}", $"No longer agrees to be called later{source}"),
            (_, true) => Localize($"Accepte d’être appelé à propos de sa demande{source}", $"Agreed to be called about the request{source}"),
            (_, false) => Localize($"N’accepte plus d’être appelé à propos de sa demande{source}", $"No longer agrees to be called about the request{source}"),
        };
    }

    /// <summary>What the person's other projects leave possible on this one.</summary>
    string DescribeContact(ContactRights contact)
    {
        var calls = contact.RecentCalls.Length;
        var call = contact.MayCall ? Localize("appel permis", "calls allowed") : Localize("aucun appel", "no calls");
        var mail = contact.MayMail ? Localize("mail permis", "emails allowed") : Localize("aucun mail", "no emails");
        var alone = contact.LeftAloneSince is null ? "" : Localize(", ne veut plus être contacté pour un autre projet", ", wants no more contact about another project");
        return Localize(
            $"Mis à jour d’après les autres projets de la personne : {call}, {mail}, {calls} {(calls < 2 ? "appel compté" : "appels comptés")}{alone}",
            $"Brought up to date with the person’s other projects: {call}, {mail}, {calls} {(calls == 1 ? "call" : "calls")} counted{alone}");
    }

    /// <summary>A client's answer, in lower case.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="provider">The id of the provider that the client named; null when none is.</param>
    /// <param name="until">When the client wants to be asked again.</param>
    public string DescribeAnswer(ClientAnswer answer, string? provider, LocalDate? until) =>
        ClientAnswerText.Describe(answer, provider is null ? null : ResolveName(provider), until, Language);

    string DescribeRelaunch(RelaunchMailed r) => r switch
    {
        { Kind: RelaunchKind.Warning } => Localize("Mail d’avertissement avant la mise en sommeil", "Warning email before dormancy"),
        { Kind: RelaunchKind.AfterSnooze } => Localize("Relance par mail à la fin de la pause", "Relaunch by email at the end of the pause"),
        { InsteadOfCall: true } => Localize(
            $"Relance n° {r.Number} par mail : l’appel prévu n’a pas été passé", $"Relaunch no. {r.Number} by email: the call was not made"),
        _ => Localize($"Relance n° {r.Number} par mail", $"Relaunch no. {r.Number} by email"),
    };

    string DescribeSignal(ClientSignalled s) => s.Kind switch
    {
        SignalKind.Cancelled => Localize("Le client a annulé le projet sur le site", "The client cancelled the project on the website"),
        SignalKind.Awarded => Localize(
            $"Le client a attribué le projet à {ResolveName(s.Provider ?? "?")} sur le site",
            $"The client awarded the project to {ResolveName(s.Provider ?? "?")} on the website"),
        SignalKind.Message => Localize("Le client a écrit sur le site", "The client wrote on the website"),
        _ => throw new UnreachableException($"No rule for {s.Kind}."),
    };

    string DescribeChannelClosed(ChannelClosed c) => (c.By switch
    {
        ChannelClosedBy.OptOut => new LocalizedText("Le client ne veut plus de mails", "The client wants no more emails"),
        ChannelClosedBy.DoNotCall => new("Le client ne veut plus d’appels", "The client wants no more calls"),
        ChannelClosedBy.Bounce => new("Adresse mail refusée : plus de mails", "Email address refused: no more emails"),
        ChannelClosedBy.Complaint => new LocalizedText("Mail signalé comme indésirable : plus de mails", "Email reported as spam: no more emails"),
        _ => throw new UnreachableException($"No rule for {c.By}."),
    }).In(Language);

    string DescribeClosing(ProjectClosed c)
    {
        var by = (c.Source switch
        {
            ClosingSource.Staff when c.OnWordOf == WordOf.Client => new LocalizedText("par l’équipe, sur la parole du client", "by staff, on the client’s word"),
            ClosingSource.Staff when c.OnWordOf == WordOf.Provider => new LocalizedText("par l’équipe, sur la parole du prestataire", "by staff, on the provider’s word"),
            ClosingSource.Client => new LocalizedText("sur la parole du client", "on the client’s word"),
            ClosingSource.Website => new("signalé par le site", "reported by the website"),
            ClosingSource.Silence => new("faute de réponse", "for lack of an answer"),
            ClosingSource.Staff => new LocalizedText("par l’équipe", "by staff"),
            _ => throw new UnreachableException($"No rule for {c.Source}."),
        }).In(Language);
        var why = c.NotSerious is { } reason ? $", {GetNotSeriousReasonName(reason).In(Language)}" : "";
        var outcome = c.DuplicateOf is { } other
            ? Localize($"mort (doublon du projet n° {other})", $"dead (duplicate of project no. {other})")
            : DescribeOutcome(c.Outcome);
        return Localize($"Clos, {outcome}, {by}{why}", $"Closed, {outcome}, {by}{why}");
    }

    string GetFactName(SharedFact fact) => (fact switch
    {
        SharedFact.Phase => new LocalizedText("où en est le projet", "where the project stands"),
        SharedFact.LastContact => new("dernier contact", "last contact"),
        SharedFact.ClientSays => new("ce que dit le client", "what the client says"),
        SharedFact.ExpectedDate => new LocalizedText("date prévue", "expected date"),
        _ => throw new UnreachableException($"No rule for {fact}."),
    }).In(Language);

    /// <summary>The sentence and, unless it is left out, the free text behind a colon; "(erased)" when the text was erased.</summary>
    string AppendText(string sentence, FreeText? freeText) => LeavesWordsOut ? sentence : ResolveText(freeText) is { } text
        ? $"{sentence}{Colon}{text}"
        : freeText is null ? sentence : $"{sentence}{Colon}{Localize("(effacé)", "(erased)")}";

    string FormatInstant(Instant at)
    {
        var local = Calendar.ToLocal(at);
        return Localize($"{local.Date.FormatShortDay(Language)} à {local.TimeOfDay.FormatTime()}", $"{local.Date.FormatShortDay(Language)} at {local.TimeOfDay.FormatTime()}");
    }

    string FormatEuros(decimal amount) =>
        Localize($"{amount.ToString("N0", Language.ToCulture())}\u00a0€", $"€{amount.ToString("N0", Language.ToCulture())}");

    string Colon => Language == Language.French ? "\u00a0: " : ": ";

    string Localize(string french, string english) => new LocalizedText(french, english).In(Language);
}
