using FollowUp.Domain.Projects;

namespace FollowUp.Application.Serialization;

/// <summary>What earlier versions stored of the state before a closing; other fields that they stored are ignored.</summary>
sealed record StoredClosingUndo(Phase Phase, Stage Stage);
