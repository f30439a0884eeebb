using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>Identifies a request, so that a repeat of it gets the first answer. Unique per project.</summary>
/// <param name="Key">A client's idempotency key, or the id of a link that works once.</param>
/// <param name="Digest">A digest of the request. Another digest under the same key is an error: <see cref="CommandResult.KeyReused"/>.</param>
/// <param name="Lasts">
/// How long the first answer is given to repeats; refusals and answers that changed nothing are then recorded too. Null for a link or a form:
/// only a request that changes the project uses up the key.
/// </param>
public sealed record IdempotencyKey(string Key, string Digest, Duration? Lasts = null);
