using System.Collections.Frozen;
using FluentValidation.Results;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>
/// What forms call their fields in an error. A rule of a validator begins with its verb ("must be in the future"): the API puts it under the
/// field's name, a form puts the field's name before it ("The date must be in the future."). A field without a name here is "this field".
/// </summary>
static class FieldNames
{
    static readonly LocalizedText Unnamed = new("Ce champ", "This field");

    static readonly FrozenDictionary<string, LocalizedText> All = new Dictionary<string, LocalizedText>
    {
        ["accept"] = new("La décision", "The decision"),
        ["alsaceMoselle"] = new("Alsace-Moselle", "Alsace-Moselle"),
        ["amount"] = new("Le montant", "The amount"),
        ["answer"] = new("La réponse", "The answer"),
        ["approve"] = new("La décision", "The decision"),
        ["at"] = new("L’heure", "The time"),
        ["authenticatedBy"] = new("Le nom de la passerelle", "The gateway’s name"),
        ["callAt"] = new("L’heure de l’appel", "The time of the call"),
        ["charterEnglish"] = new("Le texte anglais de la charte", "The English text of the charter"),
        ["charterFrench"] = new("Le texte français de la charte", "The French text of the charter"),
        ["closingDays"] = new("Les jours de fermeture", "The closing days"),
        ["coordinator"] = new("Le suiveur projet", "The coordinator"),
        ["credential"] = new("La réponse du navigateur", "The browser’s answer"),
        ["dataProtectionContact"] = new("L’adresse du contact", "The contact’s address"),
        ["department"] = new("Le nom du service", "The name of the department"),
        ["departmentName"] = new("Le nom du service", "The department’s name"),
        ["departmentPhone"] = new("Le téléphone du service", "The department’s phone"),
        ["duplicateOf"] = new("Le projet d’origine", "The original project"),
        ["email"] = new("L’adresse mail", "The email address"),
        ["fromAddress"] = new("L’adresse d’expédition", "The sender’s address"),
        ["onWordOf"] = new("La parole", "The word"),
        ["given"] = new("L’accord", "The consent"),
        ["guideEnglish"] = new("Le texte anglais du guide", "The English text of the guide"),
        ["guideFrench"] = new("Le texte français du guide", "The French text of the guide"),
        ["hostingProvider"] = new("L’hébergeur", "The hosting company"),
        ["key"] = new("La clé", "The key"),
        ["languages"] = new("Le choix des langues", "The choice of languages"),
        ["legalMentionsEnglish"] = new("Le texte anglais des mentions légales", "The English text of the legal mentions"),
        ["legalMentionsFrench"] = new("Le texte français des mentions légales", "The French text of the legal mentions"),
        ["managerEmail"] = new("Votre adresse mail", "Your email address"),
        ["managerLanguage"] = new("Votre langue", "Your language"),
        ["managerName"] = new("Votre nom", "Your name"),
        ["name"] = new("Le nom", "The name"),
        ["note.text"] = new("La note", "The note"),
        ["organisation"] = new("Le responsable du traitement", "The controller"),
        ["otherProvider"] = new("Le prestataire", "The provider"),
        ["outcome"] = new("Le résultat de l’appel", "The outcome of the call"),
        ["overlap"] = new("La durée de validité de l’ancienne clé", "The validity of the old key"),
        ["phone"] = new("Le numéro de téléphone", "The phone number"),
        ["postalAddress"] = new("L’adresse postale", "The postal address"),
        ["privacyNoticeEnglish"] = new("Le texte anglais de la notice", "The English text of the notice"),
        ["privacyNoticeFrench"] = new("Le texte français de la notice", "The French text of the notice"),
        ["provider"] = new("Le prestataire", "The provider"),
        ["publicAddress"] = new("L’adresse publique", "The public address"),
        ["publicationDirector"] = new("Le directeur de la publication", "The director of publication"),
        ["reason"] = new("La raison", "The reason"),
        ["registration"] = new("L’immatriculation", "The registration"),
        ["replyAddress"] = new("L’adresse mail du service", "The email address of the department"),
        ["replyDomain"] = new("Le domaine de réponse", "The reply domain"),
        ["result"] = new("L’issue", "The outcome"),
        ["scope"] = new("La portée", "The scope"),
        ["slot"] = new("Le créneau", "The time"),
        ["smtpHost"] = new("Le serveur SMTP", "The SMTP server"),
        ["smtpPassword"] = new("Le mot de passe", "The password"),
        ["smtpPort"] = new("Le port", "The port"),
        ["smtpSecurity"] = new("Le chiffrement", "The encryption"),
        ["source"] = new("L’origine", "The source"),
        ["smtpUser"] = new("L’utilisateur", "The user"),
        ["subject"] = new("L’objet", "The subject"),
        ["text"] = new("Le texte", "The text"),
        ["until"] = new("La date", "The date"),
        ["publishedFacts"] = new("Le choix des informations", "The choice of facts"),
        ["webhookEvents"] = new("Le choix des événements", "The choice of events"),
        ["webhookSecret"] = new("Le secret", "The secret"),
        ["webhookTarget"] = new("L’adresse du site", "The website’s address"),
        ["capacity"] = new("La capacité", "The capacity"),
        ["confirm"] = new("La confirmation", "The confirmation"),
        ["days"] = new("Les horaires propres : la liste des jours", "Own hours: the list of days"),
        ["from"] = new("Le premier jour", "The first day"),
        ["from1"] = new("Les horaires propres : la liste des heures", "Own hours: the list of times"),
        ["person"] = new("La personne", "The person"),
        ["projects"] = new("La liste des projets", "The list of projects"),
        ["role"] = new("Le rôle", "The role"),
        ["screenLanguage"] = new("La langue de l’écran", "The language of the screen"),
        ["standIn"] = new("Le remplaçant", "The stand-in"),
        ["to"] = new("Le dernier jour", "The last day"),
    }.ToFrozenDictionary();

    /// <summary>The error as a sentence.</summary>
    public static LocalizedText Describe(ValidationFailure failure)
    {
        var (french, english) = All.GetValueOrDefault(failure.PropertyName, Unnamed);
        var (rule, isSentence) = FieldErrors.GetRule(failure);
        return isSentence ? rule : new LocalizedText($"{french} {rule.French}.", $"{english} {rule.English}.");
    }
}
