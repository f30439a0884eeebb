using System.Collections.Frozen;
using System.Diagnostics;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Search;
using FollowUp.Web.Links.Fetches;

namespace FollowUp.Web.Console.Audit;

/// <summary>Categories and names of audit entries. What an entry holds are stored codes of this and earlier versions.</summary>
static class AuditText
{
    static readonly FrozenSet<string> Results = FrozenSet.Create("done", "read", "failed");

    static readonly FrozenDictionary<string, LocalizedText> Actions = new Dictionary<string, LocalizedText>
    {
        ["add-passkey"] = new("ajouter une clé d’accès", "add a passkey"),
        ["add-note"] = new("ajouter une note", "add a note"),
        ["answer-complaint"] = new("répondre à une réclamation", "answer a complaint"),
        ["answer-question"] = new("répondre à un prestataire", "answer a provider"),
        ["approve"] = new("décider ce qui est demandé", "decide what is asked"),
        ["assign"] = new("confier le projet", "assign the project"),
        ["cancel-cadence-trial"] = new("arrêter l’essai d’une cadence", "stop the trial of a cadence"),
        ["change-settings"] = new("changer les réglages", "change the settings"),
        ["confirm-by-passkey"] = new("confirmer par sa clé d’accès", "confirm by passkey"),
        ["close"] = new("clore le projet", "close the project"),
        ["end-sessions"] = new("fermer les sessions d’une personne", "end the sessions of a person"),
        ["erase-client"] = new("effacer une personne", "erase a person"),
        ["erase-staff"] = new("effacer un ancien membre de l’équipe", "erase a former member of staff"),
        ["export-board"] = new("exporter un chiffre du tableau de bord", "export a figure of the board"),
        ["export-audit"] = new("exporter ce journal", "export this log"),
        ["export-cadence"] = new("télécharger la cadence", "download the cadence"),
        ["export-client"] = new("exporter les données d’une personne", "export the data of a person"),
        ["export-projects"] = new("exporter tous les projets", "export all projects"),
        ["export-list"] = new("exporter une liste de projets", "export a list of projects"),
        ["export-staff"] = new("exporter les données d’un membre de l’équipe", "export the data of a member of staff"),
        ["feed"] = new("lire le fil de suivi", "read the follow-up feed"),
        ["fetch-link"] = new("ouvrir un lien", "open a link"),
        ["hand-over-provider"] = new("confier un prestataire", "hand a provider over"),
        ["hand-over"] = new("passer des projets", "hand projects over"),
        ["inbound-mail"] = new("mail reçu", "email received"),
        ["import-and-restore-projects"] = new("importer des projets et leur état", "import projects and their state"),
        ["import-projects"] = new("importer des projets", "import projects"),
        ["import-providers"] = new("importer des prestataires", "import providers"),
        ["invite-staff"] = new("inviter une personne", "invite a person"),
        ["list-complaints"] = new("voir les réclamations", "see the complaints"),
        ["list-staff"] = new("voir l’équipe", "see the team"),
        ["list-persons"] = new("chercher une personne", "search for a person"),
        ["make-sign-in-link"] = new("créer un lien de connexion", "make a sign-in link"),
        ["make-token"] = new("créer un jeton", "make a token"),
        ["print-inbound-mail-key"] = new("afficher la clé de la passerelle", "print the gateway’s key"),
        ["print-website-key"] = new("afficher la clé du site", "print the website’s key"),
        ["put-absence"] = new("saisir une absence", "enter an absence"),
        ["put-cadence"] = new("changer la cadence", "change the cadence"),
        ["put-staff"] = new("ajouter ou changer une personne de l’équipe", "add or change a member of staff"),
        ["queue"] = new("lire une file", "read a queue"),
        ["read-board"] = new("voir le tableau de bord", "see the board"),
        ["read-audit"] = new("voir ce journal", "see this log"),
        ["read-cadence"] = new("voir la cadence", "see the cadence"),
        ["read-complaint"] = new("voir une réclamation", "see a complaint"),
        ["read-complaint-file"] = new("ouvrir le dossier d’une réclamation", "open the file of a complaint"),
        ["read-person"] = new("voir ce qui est détenu sur une personne", "see what is held on a person"),
        ["read-settings"] = new("voir les réglages", "see the settings"),
        ["record-call"] = new("noter un appel", "record a call"),
        ["remove-absence"] = new("retirer une absence", "remove an absence"),
        ["remove-staff"] = new("retirer une personne de l’équipe", "remove a member of staff"),
        ["remove-passkey"] = new("retirer une clé d’accès", "remove a passkey"),
        ["replace-recovery-codes"] = new("créer de nouveaux codes de secours", "make new recovery codes"),
        ["reset-passkeys"] = new("réinitialiser les clés d’accès d’une personne", "reset the passkeys of a person"),
        ["reopen"] = new("rouvrir le projet", "reopen the project"),
        ["restore-backup"] = new("restaurer une sauvegarde", "restore a backup"),
        ["revoke-tokens"] = new("révoquer des jetons", "revoke tokens"),
        ["rotate-inbound-mail-key"] = new("changer la clé de la passerelle", "replace the gateway’s key"),
        ["rotate-website-key"] = new("changer la clé du site", "replace the website’s key"),
        [SearchGate.AuditName] = new("chercher", "search"),
        ["send-good-chances"] = new("envoyer un avis de bonnes chances", "send a good-chances notice"),
        ["share-fact"] = new("publier ou retenir un fait", "publish or withhold a fact"),
        ["show-absences"] = new("voir les absences", "see the absences"),
        ["show-staff"] = new("voir une personne de l’équipe", "see a member of staff"),
        ["sign-in"] = new("se connecter", "sign in"),
        ["snooze"] = new("mettre en pause", "snooze"),
        ["take-complaint"] = new("prendre une réclamation", "take a complaint"),
        ["take-over"] = new("reprendre le projet", "take the project over"),
        ["undo"] = new("annuler", "undo"),
        ["unknown-link"] = new("ouvrir des liens qui n’existent pas", "open links that do not exist"),
        ["use-recovery-code"] = new("se connecter avec un code de secours", "sign in with a recovery code"),
        ["wrong-key"] = new("montrer des clés ou des jetons faux", "show wrong keys or tokens"),
        ["website-endpoint"] = new("appeler une adresse du site", "call an address of the website"),
    }.ToFrozenDictionary();

    /// <summary>The category of an entry. A refusal is one whatever was refused.</summary>
    public static AuditCategory GetCategory(AuditEntry entry) => entry.What switch
    {
        LinkFetchLog.AuditAction => AuditCategory.LinkFetches,
        "inbound-mail" => AuditCategory.InboundMail,
        _ when IsRefusal(entry) => AuditCategory.Refusals,
        "feed" => AuditCategory.FeedReads,
        "sign-in" or "use-recovery-code" or "confirm-by-passkey" or "make-sign-in-link" => AuditCategory.SignIns,
        "change-settings" or "put-cadence" or "put-staff" or "remove-staff" or "revoke-tokens" or "end-sessions" or "add-passkey" or "remove-passkey" or "replace-recovery-codes" or "reset-passkeys" or "rotate-website-key" or "rotate-inbound-mail-key"
            or "make-token" or "print-website-key" or "print-inbound-mail-key" or "restore-backup"
            or "test-mail" or "test-webhook" => AuditCategory.Settings,
        _ when entry.What.StartsWith("export", StringComparison.Ordinal) => AuditCategory.Exports,
        _ when entry.What.StartsWith("erase", StringComparison.Ordinal) || entry.Role == "system" => AuditCategory.Erasures,
        _ when entry.What.Contains("complaint", StringComparison.Ordinal) => AuditCategory.Complaints,
        _ => AuditCategory.Others,
    };

    public static LocalizedText Name(AuditCategory category) => category switch
    {
        AuditCategory.Refusals => new("Refus", "Refusals"),
        AuditCategory.SignIns => new("Connexions", "Sign-ins"),
        AuditCategory.Exports => new("Exports", "Exports"),
        AuditCategory.Erasures => new("Effacements et conservation", "Erasures and retention"),
        AuditCategory.Settings => new("Réglages, équipe et clés", "Settings, team and keys"),
        AuditCategory.FeedReads => new("Lectures du fil de suivi", "Readings of the feed"),
        AuditCategory.Complaints => new("Réclamations", "Complaints"),
        AuditCategory.LinkFetches => new("Liens ouverts", "Links opened"),
        AuditCategory.InboundMail => new("Mails reçus", "Emails received"),
        AuditCategory.Others => new("Autres", "Others"),
        _ => throw new UnreachableException($"No rule for {category}."),
    };

    /// <summary>What was asked for; the stored code itself when it has no name here.</summary>
    public static LocalizedText Action(string what) => Actions.GetValueOrDefault(what, new LocalizedText(what, what));

    public static LocalizedText Result(string code) => code switch
    {
        "done" => new("fait", "done"),
        "read" => new("lu", "read"),
        "failed" => new("échec", "failed"),
        "managers-only" => new("refusé : réservé aux responsables", "refused: managers only"),
        "sales-do-not-follow-up" => new("refusé : le commercial ne suit pas les projets", "refused: sales do not follow up"),
        "not-your-project" => new("refusé : le projet d’un collègue", "refused: a colleague’s project"),
        "privilege-required" => new("refusé : sans abonnement privilège", "refused: no privilege subscription"),
        "wrong-passkey" => new("refusé : la clé d’accès n’est pas la bonne", "refused: the wrong passkey"),
        "wrong-recovery-code" => new("refusé : le code de secours n’est pas valable", "refused: the recovery code is not valid"),
        "sign-in-again" => new("refusé : session ouverte depuis trop longtemps", "refused: the session was opened too long ago"),
        AuditActors.LimitReached => new("refusé : la limite est atteinte", "refused: the limit is reached"),
        "too-many-codes" => new("refusé : trop de codes essayés", "refused: too many codes tried"),
        _ => new(code, code),
    };

    /// <summary>Who acted, for an entry that is of no staff member; null for one that is.</summary>
    public static LocalizedText? Actor(string by) => by switch
    {
        AuditActors.CommandLine => new("Ligne de commande", "Command line"),
        AuditActors.UnknownCaller => new("Appelant inconnu", "Unknown caller"),
        _ => null,
    };

    /// <summary>The staff member whom a command of the command line was about; null for none and for every other entry.</summary>
    public static string? About(AuditEntry entry) => entry.Role == AuditActors.CommandLine && !Results.Contains(entry.Code) ? entry.Code : null;

    /// <summary>A change of settings has the names of the fields as its code, and a job of retention and the export of a list a count.</summary>
    static bool IsRefusal(AuditEntry entry) => IsRefusal(entry.Role, entry.What, entry.Code);

    /// <summary>Whether an entry of this kind is a refusal.</summary>
    internal static bool IsRefusal(string role, string what, string code) =>
        !Results.Contains(code) && role is not ("system" or AuditActors.CommandLine) && what is not ("export-list" or LinkFetchLog.AuditAction or "inbound-mail")
        && (what != "change-settings" || code.Contains('-', StringComparison.Ordinal));
}
