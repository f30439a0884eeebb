using NodaTime;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>A note that a coordinator wrote for providers.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Text">The note, with personal data masked.</param>
public sealed record SharedNote(Instant At, string Text);
