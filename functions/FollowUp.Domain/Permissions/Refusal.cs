using FollowUp.Domain.Text;

namespace FollowUp.Domain.Permissions;

/// <summary>A refused command. It changes no project and is written to the audit log.</summary>
/// <param name="Code">A stable code for machines, in kebab case.</param>
/// <param name="Kind">Whether it concerns the actor or the state of the project.</param>
/// <param name="Sentence">A sentence for people.</param>
public sealed record Refusal(string Code, RefusalKind Kind, LocalizedText Sentence);
