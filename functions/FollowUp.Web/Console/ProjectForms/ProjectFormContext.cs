using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A form of the project's page, as its reader sees it.</summary>
/// <param name="Providers">Every known provider.</param>
sealed record ProjectFormContext(FormFields Fields, Project Project, ConsoleVisit Visit, ImmutableArray<ProviderProfile> Providers)
{
    public Instant Now => Visit.Days.Now;

    /// <summary>A provider that is known, by its id or exact name; an error at the field otherwise. Null when the field is empty.</summary>
    public string? FindProvider(string field)
    {
        if (Fields.GetText(field) is not { } named)
        {
            return null;
        }

        var known = Providers.FirstOrDefault(p => p.Id == named)
            ?? Providers.FirstOrDefault(p => string.Equals(p.Name, named, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            Fields.AddError(field, new("Ce prestataire n’est pas connu du site.", "The website knows no such provider."));
        }

        return known?.Id;
    }
}
