using FollowUp.Domain.Projects;

namespace FollowUp.Application.Ports;

/// <summary>One project in a list. The personal data come from the dossier, so that they are null once the person is erased.</summary>
/// <param name="Project">The snapshot.</param>
/// <param name="Title">The project's title.</param>
/// <param name="ClientName">The client's name.</param>
/// <param name="Company">The client's company; null for a private person.</param>
/// <param name="Phone">The client's phone number in E.164 form; null when none is known.</param>
public sealed record ProjectListItem(Project Project, string? Title, string? ClientName, string? Company, string? Phone);
