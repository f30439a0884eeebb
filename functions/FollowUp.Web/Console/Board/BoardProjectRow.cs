using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Web.Console.Board;

/// <summary>A project behind a figure.</summary>
/// <param name="Dossier">Null when the person was erased.</param>
/// <param name="Day">The latest day on which it counts.</param>
public sealed record BoardProjectRow(Project Project, Dossier? Dossier, LocalDate Day);
