using System.Collections.Immutable;

namespace FollowUp.Web.Mails.Content;

/// <summary>A list whose items are links.</summary>
public sealed record LinkList(ImmutableArray<LinkListItem> Items) : MailBlock;
