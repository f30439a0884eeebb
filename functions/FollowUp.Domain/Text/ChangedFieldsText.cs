using FollowUp.Domain.Projects;

namespace FollowUp.Domain.Text;

/// <summary>Names what a client changed on the website.</summary>
static class ChangedFieldsText
{
    static readonly (ChangedFields Field, LocalizedText Name)[] Names =
    [
        (ChangedFields.Title, new("titre", "title")),
        (ChangedFields.Description, new("description", "description")),
        (ChangedFields.Category, new("catégorie", "category")),
        (ChangedFields.Budget, new("budget", "budget")),
        (ChangedFields.Deadline, new("échéance", "deadline")),
        (ChangedFields.Name, new("nom", "name")),
        (ChangedFields.Company, new("société", "company")),
        (ChangedFields.Email, new("adresse mail", "email address")),
        (ChangedFields.Phone, new("téléphone", "phone")),
        (ChangedFields.Place, new("lieu", "place")),
    ];

    /// <summary>"titre, budget".</summary>
    public static string Describe(ChangedFields fields, Language language) =>
        string.Join(", ", Names.Where(n => fields.HasFlag(n.Field)).Select(n => n.Name.In(language)));
}
