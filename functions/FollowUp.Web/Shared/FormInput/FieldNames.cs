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
        ["amount"] = new("Le montant", "The amount"),
        ["answer"] = new("La réponse", "The answer"),
        ["approve"] = new("La décision", "The decision"),
        ["at"] = new("L’heure", "The time"),
        ["callAt"] = new("L’heure de l’appel", "The time of the call"),
        ["coordinator"] = new("Le suiveur projet", "The coordinator"),
        ["department"] = new("Le nom du service", "The name of the department"),
        ["email"] = new("L’adresse mail", "The mail address"),
        ["languages"] = new("Le choix des langues", "The choice of languages"),
        ["managerEmail"] = new("Votre adresse mail", "Your mail address"),
        ["managerLanguage"] = new("Votre langue", "Your language"),
        ["managerName"] = new("Votre nom", "Your name"),
        ["name"] = new("Le nom", "The name"),
        ["note.text"] = new("La note", "The note"),
        ["otherProvider"] = new("Le prestataire", "The provider"),
        ["outcome"] = new("Le résultat de l’appel", "The outcome of the call"),
        ["phone"] = new("Le numéro de téléphone", "The phone number"),
        ["provider"] = new("Le prestataire", "The provider"),
        ["reason"] = new("La raison", "The reason"),
        ["replyAddress"] = new("L’adresse mail du service", "The mail address of the department"),
        ["result"] = new("L’issue", "The outcome"),
        ["slot"] = new("Le créneau", "The time"),
        ["text"] = new("Le texte", "The text"),
        ["until"] = new("La date", "The date"),
    }.ToFrozenDictionary();

    /// <summary>The error as a sentence.</summary>
    public static LocalizedText Describe(ValidationFailure failure)
    {
        var (french, english) = All.GetValueOrDefault(failure.PropertyName, Unnamed);
        var (rule, isSentence) = FieldErrors.GetRule(failure);
        return isSentence ? rule : new LocalizedText($"{french} {rule.French}.", $"{english} {rule.English}.");
    }
}
