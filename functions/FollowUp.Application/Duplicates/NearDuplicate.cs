using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Duplicates;

/// <summary>A project that another one resembles.</summary>
/// <param name="Project">Its snapshot.</param>
/// <param name="Dossier">Its personal data.</param>
/// <param name="Match">What shows that the client is the same.</param>
public sealed record NearDuplicate(Project Project, Dossier Dossier, ClientMatch Match);
