using System.Collections.Immutable;

namespace FollowUp.Web.Mails.Content;

/// <summary>What the blocks after it are about.</summary>
public sealed record Heading(string Text) : MailBlock;

/// <summary>A list in which every line leads somewhere.</summary>
public sealed record LinkList(ImmutableArray<LinkListItem> Items) : MailBlock;

/// <param name="When">What stands beside it: an hour, a delay; empty for none.</param>
/// <param name="Title">The link's text.</param>
/// <param name="Who">Beside the title; empty for nobody.</param>
/// <param name="Why">Below.</param>
/// <param name="IsLate">Set off from the others.</param>
public sealed record LinkListItem(string When, string Title, string Who, string Why, Uri Address, bool IsLate = false);
