using System.Security.Cryptography;
using FollowUp.Application.Duplicates;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Web.Console.Projects;

/// <summary>Reads what a project's page shows. Changes nothing.</summary>
sealed class ProjectPageQuery(ProjectQueries projects, IDirectory directory, IProjectStore store, IAuditLog audit, NearDuplicateQuery duplicates)
{
    public async Task<ProjectPageViewModel> Load(StoredProject stored, ConsoleVisit visit, CancellationToken cancellation)
    {
        var id = stored.Project.Id;
        var providers = await directory.AllProviders(cancellation);
        var view = await projects.Load(stored, visit.Language, cancellation: cancellation);
        var technical = visit.IsSales ? null : await LoadTechnicalLayer(id, cancellation);
        return new ProjectPageViewModel
        {
            Visit = visit.WithProviderNames(providers),
            View = view,
            ActRefusal = GetActRefusal(stored, visit),
            CallPermission = GetCallPermission(stored, visit),
            Providers = providers,
            Technical = technical,
            Feed = technical is null ? null : FeedPreview.Create(view, providers, technical.Audit, visit.Days.Now),
            FormKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        };
    }

    /// <summary>Adds the projects that may be duplicates, for the pages that show them: finding them searches the index.</summary>
    /// <param name="searchTime">See <see cref="NearDuplicateQuery.Find"/>.</param>
    public async Task<ProjectPageViewModel> AddDuplicates(ProjectPageViewModel page, TimeSpan? searchTime, CancellationToken cancellation) =>
        page.Visit.IsSales ? page : page with { Duplicates = await duplicates.Find(page.Project, page.Dossier, searchTime, cancellation) };

    /// <summary>One command stands for all forms of staff: the charter lets the same people use all of them.</summary>
    static Refusal? GetActRefusal(StoredProject stored, ConsoleVisit visit) => Charter.GetRefusal(stored.Project, new Reopen(null), visit.Actor);

    static CallPermission GetCallPermission(StoredProject stored, ConsoleVisit visit) => CallPermission.ToDial(
        stored.Project, stored.Person is { } person ? PersonRules.GetContact(person, stored.Project, visit.Days.Now) : stored.Project.Contact, visit.Policy, visit.Days.Now);

    async Task<TechnicalLayerViewModel> LoadTechnicalLayer(string id, CancellationToken cancellation) => new(
        await audit.Read(id, TechnicalLayerViewModel.MaxAuditEntries, cancellation), await store.LoadMessages(id, pendingOnly: false, cancellation),
        await store.LoadSentMails(id, cancellation));
}
