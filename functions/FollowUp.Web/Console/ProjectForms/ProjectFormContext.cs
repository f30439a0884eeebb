using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A posted form of a project's page, with what its parser needs.</summary>
/// <param name="Visit">The person who posted it, and when.</param>
/// <param name="Providers">Every known provider.</param>
sealed record ProjectFormContext(FormFields Fields, Project Project, ConsoleVisit Visit, ImmutableArray<ProviderProfile> Providers)
{
    public Instant Now => Visit.Days.Now;

    /// <summary>The id of the provider that the field names by id or exact name. Null when the field is empty, and with an error for an unknown one.</summary>
    public string? FindProvider(string field)
    {
        if (Fields.GetText(field) is not { } text)
        {
            return null;
        }

        var provider = Providers.FindByIdOrName(text);
        if (provider is null)
        {
            Fields.AddError(field, new("Ce prestataire n’est pas connu du site.", "The website knows no such provider."));
        }

        return provider?.Id;
    }

    /// <summary>The same; an empty field adds an error too.</summary>
    public string? FindRequiredProvider(string field)
    {
        var provider = FindProvider(field);
        if (provider is null)
        {
            Fields.AddError(field, Refusals.ProviderNeeded.Sentence);
        }

        return provider;
    }
}
