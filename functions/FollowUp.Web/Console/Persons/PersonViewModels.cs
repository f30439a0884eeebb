using System.Collections.Immutable;
using FollowUp.Application.Privacy;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.Persons;

/// <summary>The search for persons.</summary>
/// <param name="Text">What was searched for; null before a search.</param>
/// <param name="IsCut">Whether there may be more.</param>
public sealed record PersonSearchViewModel(ConsoleVisit Visit, string? Text, ImmutableArray<PersonRow> Rows, bool IsCut)
{
    /// <summary>Why nothing was searched for.</summary>
    public FormEcho Echo { get; init; } = FormEcho.Empty;
}

/// <summary>What is held on a person.</summary>
/// <param name="Export">Everything that is held.</param>
/// <param name="Clients">All ids of the person on the website, this one first.</param>
/// <param name="ErasedAt">When they were erased; null when they are not.</param>
public sealed record PersonViewModel(ConsoleVisit Visit, ClientExport Export, ImmutableArray<string> Clients, Instant? ErasedAt)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>The reports of the erasure that was done just now.</summary>
    public ImmutableArray<ErasureResult> Reports { get; init; } = [];

    /// <summary>The name and the company, as the newest project has them; null once erased.</summary>
    public string? Name => Export.Projects.Select(p => p.Personal).LastOrDefault(p => p is not null) is { } personal
        ? personal.Company is { } company ? $"{personal.Name}, {company}" : personal.Name
        : null;

    public bool IsErased => Export.Projects.Count > 0 && Export.Projects.All(project => project.Personal is null);

    /// <summary>The newest contact that came from the person; null without a project.</summary>
    public Instant? LastContact => Export.Projects.Count == 0 ? null : Export.Projects.Max(project => project.Contact.LastSignOfLife);
}
