using System.Collections.Immutable;

namespace FollowUp.Web;

/// <summary>What the blocks after it are about.</summary>
public sealed record Heads(string Text) : MailBlock;

/// <summary>A list in which every line leads somewhere.</summary>
public sealed record Entries(ImmutableArray<MailEntry> Lines) : MailBlock;

/// <param name="When">What stands beside it: an hour, a delay; empty for none.</param>
/// <param name="Title">The link's text.</param>
/// <param name="Who">Beside the title; empty for nobody.</param>
/// <param name="Why">Below.</param>
/// <param name="IsLate">Set off from the others.</param>
public sealed record MailEntry(string When, string Title, string Who, string Why, Uri Address, bool IsLate = false);
