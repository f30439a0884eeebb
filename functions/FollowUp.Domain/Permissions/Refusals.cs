using FollowUp.Domain.Text;

namespace FollowUp.Domain.Permissions;

/// <summary>All refusals of the decider. The codes are part of the API.</summary>
public static class Refusals
{
    /// <summary>A staff member of sales gave a command of follow-up.</summary>
    public static readonly Refusal SalesDoNotFollowUp = Forbidden("sales-do-not-follow-up",
        "Les commerciaux ne suivent pas les projets : seul le suiveur projet en charge peut le faire.",
        "Sales do not follow projects up: only the coordinator in charge does.");

    /// <summary>The project belongs to another client or another coordinator.</summary>
    public static readonly Refusal NotYourProject = Forbidden("not-your-project",
        "Ce projet est suivi par quelqu’un d’autre.",
        "Somebody else is in charge of this project.");

    /// <summary>The role may not give this command.</summary>
    public static readonly Refusal NotAllowed = Forbidden("not-allowed",
        "Cette action n’est pas ouverte à ce rôle.",
        "This role may not do this.");

    /// <summary>A good-chances notice to a provider that has not acted.</summary>
    public static readonly Refusal ProviderInactive = Conflict("provider-inactive",
        "Ce prestataire n’a rien fait sur ce projet : on ne pousse jamais un prestataire inactif.",
        "This provider has not acted on the project: inactive providers are never pushed.");

    /// <summary>A good-chances notice to a provider in which the client showed no interest.</summary>
    public static readonly Refusal NoInterestShown = Conflict("no-interest-shown",
        "Le client n’a pas montré d’intérêt pour ce prestataire : personne ne choisit à sa place.",
        "The client showed no interest in this provider: nobody chooses for the client.");

    /// <summary>The provider had its good-chances notice.</summary>
    public static readonly Refusal AlreadyTold = Conflict("already-told",
        "Ce prestataire a déjà reçu un avis de bonnes chances pour ce projet.",
        "This provider already had a good-chances notice for this project.");

    /// <summary>The project is closed.</summary>
    public static readonly Refusal AlreadyClosed = Conflict("already-closed",
        "Ce projet est clos. Il peut être rouvert, ou sa clôture annulée dans les dix minutes.",
        "This project is closed. It can be reopened, or its closing undone within ten minutes.");

    /// <summary>A verdict of phone validation on a project that was validated or closed.</summary>
    public static readonly Refusal NotAwaitingValidation = Conflict("not-awaiting-validation",
        "Ce projet n’attend plus de validation téléphonique.",
        "This project no longer awaits phone validation.");

    /// <summary>The outcome of the call says nothing on seriousness while the project awaits validation.</summary>
    public static readonly Refusal VerdictNeeded = Conflict("verdict-needed",
        "Ce projet attend sa validation : dites d’abord s’il est sérieux.",
        "This project awaits validation: say first whether it is serious.");

    /// <summary>The slot is outside the call hours.</summary>
    public static readonly Refusal OutsideContactRules = Conflict("outside-contact-rules",
        "Ce créneau est en dehors des heures où un appel est permis.",
        "This slot is outside the hours in which a call is allowed.");

    /// <summary>The actor made no decision, it is older than ten minutes, or somebody else acted since.</summary>
    public static readonly Refusal NothingToUndo = Conflict("nothing-to-undo",
        "Il n’y a rien à annuler : le délai est de dix minutes, et rien d’autre ne doit s’être passé depuis.",
        "There is nothing to undo: it can be done for ten minutes, and while nothing else has happened since.");

    /// <summary>A won project is not reopened.</summary>
    public static readonly Refusal OnlyTheDeadReopen = Conflict("only-dead-reopens",
        "Un projet concrétisé ne se rouvre pas : le client en dépose un nouveau.",
        "A project that was won is not reopened: the client posts a new one.");

    /// <summary>A project is named as its own duplicate.</summary>
    public static readonly Refusal DuplicateOfItself = Conflict("duplicate-of-itself",
        "Un projet n’est pas le doublon de lui-même : indiquez l’autre.",
        "A project is no duplicate of itself: name the other one.");

    /// <summary>Only a closed project is reopened.</summary>
    public static readonly Refusal NotClosed = Conflict("not-closed",
        "Ce projet est ouvert.",
        "This project is open.");

    /// <summary>The person was erased.</summary>
    public static readonly Refusal PersonIsErased = Conflict("erased",
        "Les données du client ont été effacées : ce projet ne peut plus être rouvert.",
        "The client’s data were erased: this project cannot be reopened.");

    /// <summary>A submission from before the erasure of its client comes late or again.</summary>
    public static readonly Refusal SubmittedBeforeErasure = Conflict("erased-since",
        "Les données de ce client ont été effacées après ce dépôt : il n’est pas repris. Un dépôt plus récent l’est.",
        "The data of this client were erased after this submission: it is not taken any more. A newer one is.");

    /// <summary>No approval is pending.</summary>
    public static readonly Refusal NothingToApprove = Conflict("nothing-to-approve",
        "Rien n’attend d’approbation sur ce projet.",
        "Nothing awaits approval on this project.");

    /// <summary>Several decisions are pending and the answer names none.</summary>
    public static readonly Refusal WhichDecision = Conflict("which-decision",
        "Plusieurs décisions attendent sur ce projet : indiquez l’identifiant de celle-ci.",
        "Several decisions are pending on this project: name this one by its id.");

    /// <summary>The client takes no mails, or the address does not work.</summary>
    public static readonly Refusal MailNotPossible = Conflict("mail-not-possible",
        "Aucun mail ne peut partir à ce client : il n’en veut plus, ou son adresse ne fonctionne pas.",
        "No email can be sent to this client: they want none, or the address does not work.");

    /// <summary>The coordinator in charge has another agreed call within fifteen minutes.</summary>
    public static readonly Refusal SlotTaken = Conflict("slot-taken",
        "Ce créneau vient d’être pris. Choisissez-en un autre.",
        "This time has just been taken. Please choose another one.");

    /// <summary>No colleague is asked to take the project over.</summary>
    public static readonly Refusal NothingToTakeOver = Conflict("nothing-to-take-over",
        "La reprise de ce projet n’est plus demandée à personne.",
        "This project no longer waits for somebody to take it over.");

    /// <summary>Closing for silence takes an approval.</summary>
    public static readonly Refusal ApprovalNeeded = Conflict("approval-needed",
        "Un projet ne se clôt pour silence qu’à la fin de son sommeil, sur approbation.",
        "A project is closed for silence only at the end of its sleep, by approval.");

    /// <summary>Closing as erased takes the command that erases the person.</summary>
    public static readonly Refusal ErasureIsItsOwnCommand = Conflict("erasure-is-its-own-command",
        "L’effacement d’une personne se demande pour tous ses projets à la fois.",
        "A person is erased for all their projects at once.");

    /// <summary>The question is unknown or answered.</summary>
    public static readonly Refusal NoSuchQuestion = Conflict("no-such-question",
        "Cette question n’existe pas ou a déjà reçu sa réponse.",
        "There is no such question, or it was already answered.");

    /// <summary>The provider asked three questions about the project today.</summary>
    public static readonly Refusal TooManyQuestions = new("too-many-questions", RefusalKind.TooMany, new LocalizedText(
        "Trois questions par jour au plus sur un même projet : la suivante pourra être posée demain.",
        "At most three questions a day about a project: the next one can be asked tomorrow."));

    /// <summary>The provider was handed over within a day, and the answer is still due.</summary>
    public static readonly Refusal AlreadyHandedOver = Conflict("already-handed-over",
        "Ce prestataire a été confié à la personne en charge il y a moins de 24 heures, et attend sa réponse.",
        "This provider was handed over to the person in charge less than 24 hours ago, and waits for the answer.");

    /// <summary>The staff member handed over more providers within an hour than anyone needs to.</summary>
    public static readonly Refusal TooManyHandOvers = new("too-many-hand-overs", RefusalKind.TooMany, new LocalizedText(
        "Vous avez confié trop de prestataires en une heure : réessayez plus tard.",
        "You handed over too many providers within an hour: try again later."));

    /// <summary>There is no shared note with this number.</summary>
    public static readonly Refusal NoSuchNote = Conflict("no-such-note",
        "Aucune note partagée de ce projet ne porte ce numéro.",
        "No shared note of this project has this number.");

    /// <summary>The command names no provider.</summary>
    public static readonly Refusal ProviderNeeded = Conflict("provider-needed",
        "Dites de quel prestataire il s’agit.",
        "Say which provider it is.");

    /// <summary>A project is closed as won with a provider that never acted and that the client never named, and the command does not say on whose word.</summary>
    public static readonly Refusal WordNeeded = Conflict("word-needed",
        "Ce prestataire ne s’est pas manifesté et le client ne l’a jamais nommé : dites sur la parole de qui le projet est concrétisé.",
        "This provider never came forward and the client never named it: say on whose word the project is won.");

    /// <summary>A project is closed as unreachable before the attempts of the cadence were made, and without words.</summary>
    public static readonly Refusal AttemptsOrWordsNeeded = Conflict("attempts-or-words-needed",
        "Tous les essais prévus n’ont pas été faits : dites en quelques mots pourquoi le client est injoignable.",
        "Not all attempts of the cadence were made: say in a few words why the client cannot be reached.");

    /// <summary>The date is missing or past.</summary>
    public static readonly Refusal InThePast = Conflict("in-the-past",
        "Cette date est passée.",
        "This date is past.");

    /// <summary>The call lies in the future.</summary>
    public static readonly Refusal InTheFuture = Conflict("in-the-future",
        "Un appel ne peut être noté qu’après avoir eu lieu.",
        "A call can be recorded only once it has taken place.");

    /// <summary>The call took place before the project was posted.</summary>
    public static readonly Refusal CallBeforeSubmission = Conflict("call-before-submission",
        "Cet appel est daté d’avant le dépôt du projet.",
        "This call is dated before the project was posted.");

    /// <summary>The call took place more than a day before the latest one.</summary>
    public static readonly Refusal CallBeforeLastCall = Conflict("call-before-last-call",
        "Cet appel est daté de plus d’un jour avant le dernier appel noté.",
        "This call is dated more than a day before the last call on record.");

    /// <summary>A call of the client with an outcome of a missed call.</summary>
    public static readonly Refusal ClientCalled = Conflict("client-called",
        "Le client a appelé : il a donc été joint.",
        "The client called, and so was reached.");

    /// <summary>A call is asked for while the number on file is wrong.</summary>
    public static readonly Refusal NumberNeeded = Conflict("number-needed",
        "Le numéro noté est faux : il faut d’abord le bon.",
        "The number on file is wrong: the right one is needed first.");

    /// <summary>The pause is longer than 24 months.</summary>
    public static readonly Refusal SnoozeTooLong = Conflict("snooze-too-long",
        "Une pause dure vingt-quatre mois au plus.",
        "A pause lasts twenty-four months at most.");

    /// <summary>The call is more than twelve months ahead.</summary>
    public static readonly Refusal CallTooFar = Conflict("call-too-far",
        "Un rappel se fixe dans les douze mois à venir.",
        "A call is agreed within the coming twelve months.");

    /// <summary>A dormant project is not paused.</summary>
    public static readonly Refusal AlreadyDormant = Conflict("already-dormant",
        "Ce projet est déjà en sommeil.",
        "This project is already dormant.");

    static Refusal Forbidden(string code, string french, string english) => new(code, RefusalKind.Forbidden, new LocalizedText(french, english));

    static Refusal Conflict(string code, string french, string english) => new(code, RefusalKind.Conflict, new LocalizedText(french, english));
}
