namespace FollowUp.Domain.Tests.ProviderFeed.Masking;

/// <summary>A way in which a note may hold a datum. <c>docs/mask.md</c> lists each by its name.</summary>
/// <param name="Name">What is done, as in the list of the documentation.</param>
/// <param name="Write">The datum as it stands in the note; null when the datum cannot be written so.</param>
sealed record Evasion(string Name, Func<Random, KnownPeople, string?> Write);
