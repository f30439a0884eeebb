using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Delivery;

/// <summary>A message of another project of the person that a mail tells too.</summary>
/// <param name="Project">The other project.</param>
/// <param name="Entry">The message and the state of its delivery.</param>
/// <param name="Dossier">The personal data of the other project.</param>
public sealed record CommonMailPart(Project Project, OutboxEntry Entry, Dossier Dossier);
