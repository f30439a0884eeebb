namespace FollowUp.Web.Mails.Content;

/// <param name="When">An hour or a delay beside the title; empty for none.</param>
/// <param name="Title">The text of the link.</param>
/// <param name="Who">The client or provider beside the title; empty for none.</param>
/// <param name="Why">A line below; empty for none.</param>
/// <param name="IsLate">Whether <paramref name="When"/> is highlighted.</param>
public sealed record LinkListItem(string When, string Title, string Who, string Why, Uri Address, bool IsLate = false);
